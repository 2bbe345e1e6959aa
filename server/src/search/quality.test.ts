/**
 * The floors that search must keep on the demo's articles, and on the development sets where they are present. What the figures mean and how they
 * stand beside other engines: `npm run eval:search`.
 */
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { searchOf } from '../../scripts/eval-search/engines/bilet.ts'
import { isAnswerable, percentile, quality, silence } from '../../scripts/eval-search/measures.ts'
import type { Outcome, Quality } from '../../scripts/eval-search/measures.ts'
import {
  cutLastWord,
  demoDocuments,
  demoQueries,
  devDocuments,
  devQueries,
  hasDevSets,
  readCorpus,
  readDocuments,
  readQueries,
} from '../../scripts/eval-search/read-sets.ts'
import { askAll } from '../../scripts/eval-search/run.ts'
import { buildIndex } from './build-index.ts'
import { emptyLexicon } from './lexicon.ts'
import { fromSnapshot, toSnapshot } from './snapshot.ts'
import { shippedTuning } from './tuning.ts'

const present = hasDevSets()
const documents = present ? readDocuments(devDocuments) : []
const queries = present ? readQueries(devQueries) : []
const index = buildIndex(documents)
const outcomes = askAll(searchOf(index, shippedTuning), queries)

const all = (some: readonly Outcome[]): Quality => quality(some.filter(isAnswerable))
const ofKind = (kind: string): Quality => quality(outcomes.filter(({ query }) => query.kind === kind))

describe.skipIf(!present)('search on the development sets', () => {
  it('puts a right article first, among three, and near the top', () => {
    const { recall1, recall3, mrr10 } = all(outcomes)
    expect(recall3).toBeGreaterThanOrEqual(0.87)
    expect(recall1).toBeGreaterThanOrEqual(0.7)
    expect(mrr10).toBeGreaterThanOrEqual(0.78)
  })

  it('owes no more than a part of that to the lexicon', () => {
    const bare = askAll(searchOf(buildIndex(documents, emptyLexicon), shippedTuning), queries)
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

  it('is quick at the median, small, and the same from its snapshot', () => {
    expect(
      percentile(
        outcomes.map(({ milliseconds }) => milliseconds),
        0.5,
      ),
    ).toBeLessThan(8)
    const snapshot = toSnapshot(index)
    expect(gzipSync(snapshot.index).length).toBeLessThan(512 * 1024)
    expect(fromSnapshot(snapshot)?.terms.length).toBe(index.terms.length)
  })
})

describe("search in the demo's own articles", async () => {
  const pages = await readCorpus(demoDocuments)
  const asked = askAll(searchOf(buildIndex(pages), shippedTuning), readQueries(demoQueries))

  it('puts a right article first, among three, and near the top', () => {
    const { recall1, recall3, mrr10 } = all(asked)
    expect(recall3).toBeGreaterThanOrEqual(0.84)
    expect(recall1).toBeGreaterThanOrEqual(0.72)
    expect(mrr10).toBeGreaterThanOrEqual(0.8)
  })

  it('tells what they answer from what they do not', () => {
    expect(silence(asked).auc).toBeGreaterThanOrEqual(0.83)
  })
})
