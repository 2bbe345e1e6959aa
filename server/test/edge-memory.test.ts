// What suggestions take of an isolate's memory on the edge, where 128 MB is the limit.
import { expect, it } from 'vitest'
import { measureEdge } from '../scripts/eval-search/edge.ts'
import { ownSets, readCorpus, readQueries } from '../scripts/eval-search/read-sets.ts'
import { manyOf } from '../scripts/eval-search/stress.ts'
import { buildIndex } from '../src/search/build-index.ts'

it('456 articles and 200 questions leave an isolate on the edge half of its memory', async () => {
  const questions = readQueries(ownSets.queries).map(({ q }) => q)
  const articles = manyOf(await readCorpus(ownSets.documents), 456)
  const { measured } = await measureEdge(buildIndex(articles), [...questions, ...questions].slice(0, 200))
  expect(measured).toBeGreaterThan(10 * 2 ** 20)
  expect(measured).toBeLessThan(64 * 2 ** 20)
}, 60_000)
