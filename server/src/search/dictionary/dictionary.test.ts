import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { buildIndex } from '../build-index.ts'
import { suggest } from '../suggest.ts'
import { sampleArticles } from '../test-sample.ts'
import { shippedTuning } from '../tuning.ts'
import { dictionaryInto } from './dictionary.ts'
import { stemsOfWords, wordLines } from './stems-of-words.ts'

const lettersOf = [/^[a-z0-9'-]+$/u, /^[а-я0-9-]+$/u, /^[а-щьюяіїєґ0-9'-]+$/u]

it('every line is a meaning: words of their language in three columns, and none is there twice', () => {
  const isMeaning = (line: string): boolean => {
    const columns = line.split(' | ')
    return (
      columns.length === 3 &&
      columns.every((words, language) => words.split(', ').every((word) => lettersOf[language]?.test(word)))
    )
  }
  const lines = wordLines()
  expect(lines.filter((line) => !isMeaning(line))).toEqual([])
  expect(lines.filter((line, at) => lines.indexOf(line) !== at)).toEqual([])
})

it('what is found of the words is what they are (npm run dictionary)', () => {
  expect(readFileSync(new URL('stems.json', import.meta.url), 'utf8')).toBe(stemsOfWords())
})

it('knows no other languages', () => {
  expect(['ru-RU', 'uk', 'en-GB', 'de', ''].map((code) => dictionaryInto(code, false) !== undefined)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})

it('takes a word that two languages have for a word of the one that is written', () => {
  // «час» is an hour in the one and time in the other.
  expect(dictionaryInto('en', false)?.('час')).toContain('hour')
  expect(dictionaryInto('en', true)?.('час')).toContain('time')
  expect(dictionaryInto('en', false)?.('час')).not.toContain('time')
  expect(dictionaryInto('ru', false)?.('час')).toEqual([])
  expect(dictionaryInto('ru', true)?.('час')).toContain('врем')
})

const russian = buildIndex(sampleArticles)
const english = buildIndex([
  {
    id: 'refunds',
    title: 'Refunds',
    url: '/refunds',
    lang: 'en',
    headings: ['Return goods'],
    body: 'Return goods\nFind the receipt, choose the goods and give the buyer the money back.',
  },
  {
    id: 'warehouse',
    title: 'Warehouse',
    url: '/warehouse',
    lang: 'en',
    headings: ['Stock'],
    body: 'Stock\nCount what lies on the shelves.',
  },
])

/** Ranking alone: two articles tell too little of when to be silent. */
const loud = { ...shippedTuning, threshold: 0 }

it.each([
  ['English', russian, 'weight of a parcel', 'shipping'],
  ['Ukrainian', russian, 'від чого залежить', 'shipping'],
  ['Russian', english, 'лежит на полках', 'warehouse'],
  ['Ukrainian', english, 'порахувати полички', 'warehouse'],
])('a question in %s finds articles of another language', (_language, index, subject, id) => {
  expect(suggest(index, { subject }, loud)[0]?.articleId).toBe(id)
  expect(suggest(index, { subject }, { ...loud, translation: 0 })[0]?.articleId).not.toBe(id)
})
