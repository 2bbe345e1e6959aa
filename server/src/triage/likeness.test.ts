import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duplicateFrom, likeness } from './likeness.ts'

const ticket = (description: string, subject = '') => ({ subject, description })

describe('R17: the same request again', () => {
  it.each([
    ['Не приходят письма о заказах на почту менеджера', 'Письма о заказе не приходят на почту менеджеру!!!'],
    ['Не зберігається ціна товару в адмінці', 'ціна товарів не зберігається в адмінці, допоможіть'],
    ['Import skips every row with a comma', 'The import still skips rows with commas'],
  ])('R17: «%s» is «%s»', (first, again) => {
    expect(likeness(ticket(first), ticket(again))).toBeGreaterThanOrEqual(duplicateFrom)
  })

  it.each([
    ['Не приходят письма о заказах', 'Не приходят смс покупателям при оплате картой'],
    ['Как поменять логотип в шапке?', 'Как настроить доставку Новой Почтой?'],
  ])('R17: «%s» is not «%s»', (first, other) => {
    expect(likeness(ticket(first), ticket(other))).toBeLessThan(duplicateFrom)
  })

  it('R17: is between 0 and 1, the same both ways, and 1 for the same words', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const like = likeness(ticket(a), ticket(b))
        expect(like).toBe(likeness(ticket(b), ticket(a)))
        expect(like).toBeGreaterThanOrEqual(0)
        expect(like).toBeLessThanOrEqual(1)
        expect([0, 1]).toContain(likeness(ticket(a), ticket(a)))
      }),
    )
  })
})
