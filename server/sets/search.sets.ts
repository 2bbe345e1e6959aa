// The floors that search keeps on the development sets.
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { searchOf } from '../scripts/eval-search/engines/bilet.ts'
import { isAnswerable, quality, silence } from '../scripts/eval-search/measures.ts'
import type { Outcome, Quality } from '../scripts/eval-search/measures.ts'
import { cutLastWord, readDocuments, readQueries, setsIn } from '../scripts/eval-search/read-sets.ts'
import { askAll } from '../scripts/eval-search/run.ts'
import { buildIndex } from '../src/search/build-index.ts'
import { emptyLexicon } from '../src/search/lexicon/lexicon.ts'
import { fromSnapshot, toSnapshot } from '../src/search/snapshot.ts'
import { shippedTuning } from '../src/search/tuning.ts'
import { folder } from './sets.ts'

const documents = readDocuments(setsIn(folder).documents)
const queries = readQueries(setsIn(folder).queries)
const index = buildIndex(documents)
const outcomes = askAll(searchOf(index, shippedTuning), queries)

const all = (some: readonly Outcome[]): Quality => quality(some.filter(isAnswerable))
const ofKind = (kind: string): Quality => quality(outcomes.filter(({ query }) => query.kind === kind))

describe('search on the development sets', () => {
  it('puts a right article first, among three, and near the top', () => {
    const { recall1, recall3, mrr10 } = all(outcomes)
    expect(recall3).toBeGreaterThanOrEqual(0.87)
    expect(recall1).toBeGreaterThanOrEqual(0.7)
    expect(mrr10).toBeGreaterThanOrEqual(0.78)
  })

  it('owes no more than a part of that to the lexicon', () => {
    const bare = askAll(searchOf(buildIndex(documents, emptyLexicon, []), shippedTuning), queries)
    expect(all(bare).recall3).toBeGreaterThanOrEqual(0.66)
  })

  it.each([
    ['layout', 1],
    ['translit', 1],
    ['typo', 0.95],
    ['long', 0.85],
    ['paraphrase', 0.72],
  ])('answers queries of the kind %s', (kind, floor) => {
    expect(ofKind(kind).recall3).toBeGreaterThanOrEqual(floor)
  })

  it('answers while the last word is being typed', () => {
    const typed = askAll(searchOf(index, shippedTuning), queries.map(cutLastWord))
    expect(all(typed).recall3).toBeGreaterThanOrEqual(0.84)
  })

  it('is silent where nothing answers', () => {
    const { auc, falseShare } = silence(outcomes)
    expect(auc).toBeGreaterThanOrEqual(0.9)
    expect(falseShare).toBeLessThanOrEqual(0.2)
  })

  it('is small, and the same from its snapshot', () => {
    const snapshot = toSnapshot(index)
    expect(gzipSync(snapshot.index).length).toBeLessThan(512 * 1024)
    expect(fromSnapshot(snapshot)?.terms.length).toBe(index.terms.length)
  })
})
