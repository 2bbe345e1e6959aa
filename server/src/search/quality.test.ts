/**
 * The floors that search keeps on the demo's articles. What the figures mean and how they stand beside other engines:
 * `npm run eval:search`. Floors on sets that are not the project's: `quality.sets.ts`.
 */
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { searchOf } from '../../scripts/eval-search/engines/bilet.ts'
import { isAnswerable, quality, silence } from '../../scripts/eval-search/measures.ts'
import {
  ownEnglishSets,
  ownSets,
  ownUkrainianSets,
  readCorpus,
  readQueries,
} from '../../scripts/eval-search/read-sets.ts'
import { askAll } from '../../scripts/eval-search/run.ts'
import { buildIndex } from './build-index.ts'
import { fromSnapshot, toSnapshot } from './snapshot.ts'
import { shippedTuning } from './tuning.ts'

/** What has been reached, less a question's worth. */
const floors = [
  { asked: 'in Russian', sets: ownSets, recall1: 0.82, recall3: 0.92, mrr10: 0.88, auc: 0.95 },
  { asked: 'in Ukrainian', sets: ownUkrainianSets, recall1: 0.74, recall3: 0.88, mrr10: 0.81, auc: 0.88 },
  { asked: 'in English', sets: ownEnglishSets, recall1: 0.61, recall3: 0.77, mrr10: 0.71, auc: 0.85 },
]

describe("search in the demo's own articles", async () => {
  const index = buildIndex(await readCorpus(ownSets.documents))

  describe.each(floors)('asked $asked', ({ sets, ...floor }) => {
    const outcomes = askAll(searchOf(index, shippedTuning), readQueries(sets.queries))

    it('puts a right article first, among three, and near the top', () => {
      const { recall1, recall3, mrr10 } = quality(outcomes.filter(isAnswerable))
      expect(recall3).toBeGreaterThanOrEqual(floor.recall3)
      expect(recall1).toBeGreaterThanOrEqual(floor.recall1)
      expect(mrr10).toBeGreaterThanOrEqual(floor.mrr10)
    })

    it('tells what they answer from what they do not', () => {
      expect(silence(outcomes).auc).toBeGreaterThanOrEqual(floor.auc)
    })
  })

  it('is small, and the same from its snapshot', () => {
    const snapshot = toSnapshot(index)
    expect(gzipSync(snapshot.index).length).toBeLessThan(128 * 1024)
    expect(fromSnapshot(snapshot)?.terms.length).toBe(index.terms.length)
  })
})
