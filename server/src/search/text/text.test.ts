import { assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { termsOf } from '../index/terms-of.ts'
import { editDistance } from './edit-distance.ts'
import { otherLayouts } from './keyboard-layout.ts'
import { soundKey } from './sound-key.ts'
import { stem } from './stem.ts'
import { tokenize, writtenWords } from './tokenize.ts'
import { isVerb } from './verb.ts'
import { cyrillicReadings } from './transliterate.ts'

describe('a text in the wrong keyboard layout', () => {
  it.each([
    ['ljcnfdrf', 'доставка'],
    ['lj,fdbnm njdfh', 'добавить товар'],
    ['пщщпду', 'google'],
    ['pyb;rf', 'знижка'],
  ])('%s is read as %s', (typed, meant) => {
    expect(otherLayouts(typed)).toContain(meant)
  })
})

it.each([
  ['skidka', 'скидка'],
  ['dostavka', 'доставка'],
  ['podklyuchit', 'подключит'],
  ['shchetchik', 'щетчик'],
  ['pokupatel', 'покупател'],
  ['otzyv', 'отзыв'],
  ['akciya', 'акция'],
  ['jurnal', 'журнал'],
])('%s in Latin letters is %s', (latin, cyrillic) => {
  expect(cyrillicReadings(latin)).toContain(cyrillic)
})

describe('one term stands for', () => {
  it.each([
    ['the forms of a word', 'доставка', 'доставкой'],
    ['ё and е', 'счёт', 'счет'],
    ['a vowel that comes and goes', 'список', 'списка'],
    ['doubled letters', 'касса', 'каса'],
    ['a stress mark', 'за́мок', 'замок'],
    ['capitals', 'PayPal', 'paypal'],
    ['Ukrainian and Russian spelling', 'логотипів', 'логотипов'],
    ['an apostrophe and a hard sign', "об'єкт", 'объект'],
    ['the forms of a Ukrainian word', 'можливість', 'можливості'],
  ])('%s: %s, %s', (_what, one, other) => {
    expect(termsOf(one)).toEqual(termsOf(other))
  })
})

it.each([
  ['google', 'гугл'],
  ['iframe', 'ифрейм'],
  ['javascript', 'джаваскрипт'],
  ['whatsapp', 'вотсап'],
])('%s and %s are heard alike', (latin, cyrillic) => {
  expect(soundKey(latin)).toBe(soundKey(cyrillic))
})

describe('the distance between words', () => {
  it('is half for letters that sound alike, one for a swap of neighbours', () => {
    expect(editDistance('даставк', 'доставк', 2)).toBe(0.5)
    expect(editDistance('коризн', 'корзин', 2)).toBe(1)
    expect(editDistance('возрат', 'возврат', 2)).toBe(1)
  })

  it('is the same both ways, and nothing for equal words', () => {
    const word = string({ unit: constantFrom(...Array.from('абвгде')), maxLength: 9 })
    assert(
      property(word, word, (a, b) => {
        expect(editDistance(a, a, 3)).toBe(0)
        expect(editDistance(a, b, 3)).toBe(editDistance(b, a, 3))
      }),
    )
  })
})

describe('a verb is told by its ending, an English one by itself', () => {
  it.each([
    'настроить',
    'найти',
    'пропала',
    'загрузились',
    'показывает',
    'меняем',
    'змінити',
    'надіслати',
    'зберігаємо',
    'connect',
    'disappeared',
    'removing',
    'goes',
  ])('%s', (word) => expect(isVerb(word)).toBe(true))

  it.each([
    'домен',
    'доставка',
    'кредит',
    'отчет',
    'формат',
    'стоимость',
    'скидками',
    'возвратов',
    'сеть',
    'paypal',
    'domain',
    'order',
    'price',
  ])('not %s', (word) => expect(isVerb(word)).toBe(false))
})

it('words keep their places in the text', () => {
  assert(
    property(string({ unit: 'grapheme' }), (text) => {
      for (const { start, end } of tokenize(text)) expect(text.slice(start, end)).toMatch(/^[\p{L}\p{N}\p{M}]/u)
    }),
  )
})

it('words are the same whether they are told unit by unit or by the pattern', () => {
  const units = ['а', 'Ї', 'z', 'é', '7', '½', "'", '’', 'ʼ', '`', ' ', '.', '-', '\u0301', '\u00ad', '№', '中', '😀']
  assert(
    property(string({ unit: constantFrom(...units), maxLength: 12 }), (text) => {
      const whole = tokenize(text).map(({ start, end }) => text.slice(start, end))
      expect(writtenWords(text).filter((word) => tokenize(word).length > 0)).toEqual(whole)
    }),
    { numRuns: 2_000 },
  )
})

it.each([
  ['скасовується', 'скасовувати'],
  ['працюють', 'працювати'],
  ['видалився', 'видалити'],
  ['кількістю', 'кількість'],
  ['сторінці', 'сторінка'],
  ["customer's", 'customers'],
])('%s is a form of %s', (form, word) => {
  expect(stem(form)).toBe(stem(word))
})

it.each([
  ['customer', 'customize'],
  ['important', 'import'],
  ['general', 'generate'],
  ['excellent', 'excel'],
  ['місяці', 'місяка'],
])('%s is no form of %s', (word, other) => {
  expect(stem(word)).not.toBe(stem(other))
})
