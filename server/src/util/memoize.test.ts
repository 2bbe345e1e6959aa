import { expect, it } from 'vitest'
import { heldMegabytes } from '../../test/support/collect-garbage.ts'
import { stem } from '../search/text/stem.ts'
import { wordOf } from '../triage/text/words.ts'
import { memoize } from './memoize.ts'

it.each([
  ['what searches', stem],
  ['what reads drafts', wordOf],
])('%s keeps words of a thousand drafts of 40 KB, and none of the drafts', (_what, read: (word: string) => unknown) => {
  const before = heldMegabytes()
  for (let draft = 0; draft < 1_000; draft++) {
    const text = `слово${'абвгд'[draft % 5]}${draft}растянутое ${'щ'.repeat(20_000)}`
    // A word cut out of a text may hold the whole of it.
    read(text.slice(0, text.indexOf(' ')))
  }
  expect(heldMegabytes() - before).toBeLessThan(4)
})

it('a word of forty kilobytes is read and not kept', () => {
  let reads = 0
  const lengthOf = memoize((word) => {
    reads++
    return word.length
  })
  const word = 'щ'.repeat(20_000)
  expect([lengthOf(word), lengthOf(word), reads]).toEqual([20_000, 20_000, 2])
  expect([lengthOf('слово'), lengthOf('слово'), reads]).toEqual([5, 5, 3])
})

it('of many words only those that came lately are kept', () => {
  const read: string[] = []
  const note = memoize((word) => read.push(word), 3)
  for (const word of ['а', 'б', 'в', 'г', 'д', 'е', 'ж', 'а']) note(word)
  expect(read).toEqual(['а', 'б', 'в', 'г', 'д', 'е', 'ж', 'а'])
  note('ж')
  expect(read).toHaveLength(8)
})
