import { describe, expect, it } from 'vitest'
import { faultsOf } from './faults.ts'
import { createLexiconMatcher } from './matcher.ts'
import { productNotions } from './product.ts'
import { readNotions } from './read-notions.ts'
import { stem } from '../text/stem.ts'

describe("the product's lexicon", () => {
  it('has no fault', () => {
    expect(faultsOf(productNotions)).toEqual([])
  })

  it('knows the trade: hundreds of notions, thousands of ways to say them', () => {
    const phrases = productNotions.flatMap(({ same, narrower, signs, wider }) => [same, narrower, signs, wider].flat())
    expect(productNotions.length).toBeGreaterThan(950)
    expect(phrases.length).toBeGreaterThan(18_500)
  })
})

describe('the linter of lexicons', () => {
  it.each([
    ['a phrase that says nothing', 'скидка\n  как бы', 'says nothing'],
    ['a word that is denied after it', 'закончился\n  товара нет', 'without its'],
    ['a phrase in other forms', 'скидка\n  скидки', 'once more'],
    ['two notions of one name', 'скидка\nскидка', 'two notions'],
    ['a circle', 'скидка\n  < акция\nакция\n  < скидка', 'each a kind of the other'],
    ['a sentence', 'скидка\n  ~ вечером покупатель увидел прежнюю цену товара кружка синяя', 'too long'],
  ])('finds %s', (_what, file, said) => {
    expect(faultsOf(readNotions(file)).join()).toContain(said)
  })
})

describe('what is said is taken for the notion', () => {
  const file = `
почта не приходит
  ~ не приходит
  ~ падает в спам
приход
  приходит поставка
дизайн под ключ
  под ключ
`
  const { match } = createLexiconMatcher(readNotions(file))
  const said = (text: string): string[] => {
    const words = text.split(' ')
    return match(words, words.map(stem)).map(({ sense }) => sense.notion)
  }

  it.each([
    ['a sign with its «не», whatever stands between', 'письмо не приходит', ['почта не приходит']],
    ['the sign without «не» is none', 'письмо падает', []],
    ['a phrase with another word inside', 'падает опять прямо в спам', ['почта не приходит']],
    ['a phrase with one telling word is met whole only', 'ключ от кассы', []],
    ['as it is said', 'сделайте под ключ', ['дизайн под ключ']],
  ])('%s', (_how, text, notions) => {
    expect(said(text)).toEqual(notions)
  })

  it('by so many notions at most, however many have the phrase', () => {
    const many = Array.from({ length: 500 }, (_, at) => `дело${at}\n  товар`).join('\n')
    const words = Array.from({ length: 200 }, () => 'товар')
    const found = createLexiconMatcher(readNotions(many)).match(words, words.map(stem))
    expect(found.length).toBeLessThanOrEqual(16 * words.length)
  })

  it('where phrases begin alike, the one that is said', () => {
    const many = Array.from({ length: 50 }, (_, at) => `дело${at}\n  товар товар слово${at}`).join('\n')
    const words = 'товар товар опять слово7'.split(' ')
    const found = createLexiconMatcher(readNotions(many)).match(words, words.map(stem))
    expect(found.map(({ sense, places }) => [sense.notion, places])).toEqual([['дело7', [0, 1, 3]]])
  })
})
