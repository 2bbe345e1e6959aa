import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { gistOf, likeness } from '../../triage/likeness.ts'
import { createAlike } from './alike.ts'

const text = fc
  .array(fc.constantFrom('заказ', 'письма', 'домен', 'касса', 'оплата', 'доставка', 'возврат'), { maxLength: 6 })
  .map((words) => words.join(' '))

it('is as alike as the likeness of two texts says, for every one of many at once', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), text, (others, asked) => {
      const alike = createAlike()
      const numbers = others.map((other) => alike.add(gistOf({ subject: other })))
      const found = alike.like(gistOf({ subject: asked }))
      expect(numbers).toEqual(others.map((_, at) => at))
      expect(numbers.map((number) => found.get(number) ?? 0)).toEqual(
        others.map((other) => likeness({ subject: asked }, { subject: other })),
      )
    }),
  )
})
