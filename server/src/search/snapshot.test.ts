import { describe, expect, it } from 'vitest'
import { buildIndex } from './build-index.ts'
import { sampleArticles } from './test-sample.ts'
import { fromSnapshot, toSnapshot } from './snapshot.ts'
import { suggest } from './suggest.ts'

const index = buildIndex(sampleArticles)

describe('a snapshot', () => {
  it('answers as the index that it was taken of', () => {
    const loaded = fromSnapshot(toSnapshot(index))
    for (const subject of ['бесплатная доставка', 'промокод', 'возрат на касе', 'пейпал']) {
      expect(loaded && suggest(loaded, { subject, explain: true })).toEqual(suggest(index, { subject, explain: true }))
    }
  })

  it('of no articles is read back', () => {
    const empty = fromSnapshot(toSnapshot(buildIndex([])))
    expect(empty && suggest(empty, { subject: 'логотип' })).toEqual([])
  })

  it.each([
    ['cut short', (bytes: Uint8Array) => bytes.subarray(0, bytes.length >> 1)],
    ['of another format', (bytes: Uint8Array) => bytes.with(13, 99)],
    ['of no bytes', () => new Uint8Array()],
    ['of other bytes', () => new TextEncoder().encode('{"version":1}')],
  ])('%s is refused, so that the index is built anew', (_what, spoil) => {
    const { index: stored, texts } = toSnapshot(index)
    expect(fromSnapshot({ index: spoil(stored), texts })).toBeUndefined()
  })

  it('whose two parts come from different builds is refused', () => {
    const other = toSnapshot(buildIndex(sampleArticles.slice(1)))
    expect(fromSnapshot({ index: toSnapshot(index).index, texts: other.texts })).toBeUndefined()
  })
})
