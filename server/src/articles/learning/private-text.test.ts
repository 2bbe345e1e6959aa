import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestQuestion, questionOf } from './private-text.ts'

const kept = (subject: string, description = '') => questionOf({ subject, description })

describe('of a draft is kept', () => {
  it.each([
    ['Как подключить домен?', 'Как подключить домен?'],
    ['Пишу с anna@shop.example, ответьте', 'Пишу с … ответьте'],
    ['Пишу с anna@sh', 'Пишу с …'],
    ['Звоните +7 (926) 123-45-67 после обеда', 'Звоните … после обеда'],
    ['Звоните 89261234567', 'Звоните …'],
    ['Заказ 1234 от 12 марта', 'Заказ 1234 от 12 марта'],
    ['Открываю https://shop.example/cart?token=abc#pay и пусто', 'Открываю https://shop.example/cart и пусто'],
    ['Открываю shop.example/?token=abc', 'Открываю shop.example/'],
    ['Не работает? Что делать?', 'Не работает? Что делать?'],
    ['  Два\n\nслова\t', 'Два слова'],
    ['12345 ???', ''],
    ['', ''],
  ])('%j as %j', (typed, words) => {
    expect(kept(typed)).toBe(words)
  })

  it('subject and description in one line', () => {
    expect(kept('Домен', 'Не открывается\nсайт')).toBe('Домен Не открывается сайт')
  })

  it('no address, wherever it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.emailAddress(), fc.string(), (before, address, after) => {
        expect(kept(`${before} ${address} ${after}`)).not.toContain(address)
      }),
    )
  })

  it('no more than three hundred characters, whole ones', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (typed) => {
        const words = kept(`начало ${typed}`)
        expect(Array.from(words).length).toBeLessThanOrEqual(longestQuestion)
        expect(words).not.toMatch(/[\n\r\p{Surrogate}]/u)
      }),
    )
  })

  it('the beginning of what it becomes when its owner types on', () => {
    const words = fc.array(fc.stringMatching(/^[а-я]{2,9}$/u), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(words, (typed) => {
        expect(kept(typed.join(' '))).toMatch(new RegExp(`^${kept(typed.slice(0, -1).join(' '))}`, 'u'))
      }),
    )
  })
})
