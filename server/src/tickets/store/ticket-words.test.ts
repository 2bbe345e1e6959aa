import { expect, test } from 'vitest'
import { questionWords, stemsOf } from './ticket-words.ts'

test.each(['до\u00ADстав\u00ADкой', 'до\u200Bставкой', 'доста\u0301вкой', 'доставко\uFEFFй'])(
  'a ticket that says %j is found by the word as staff type it, and the other way round',
  (written) => {
    expect(stemsOf([written])).toEqual(questionWords('доставка'))
    expect(questionWords(written)).toEqual(stemsOf(['доставка']))
  },
)

test('words of stored tickets keep their stems, whatever the search of articles learns', () => {
  const text = 'customer important excellent скасовується працюють видалився кількістю сторінці'
  const stored = ['custom', 'import', 'excel', 'скасов', 'працюют', 'видалив', 'килькист', 'сторинц']
  expect(stemsOf([text])).toEqual(stored)
})
