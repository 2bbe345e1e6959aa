// What suggestions take of an isolate's memory on the edge, where 128 MB is the limit.
import { expect, it } from 'vitest'
import { measureEdge } from '../scripts/eval-search/edge.ts'
import { devDocuments, devQueries, hasDevSets, readDocuments, readQueries } from '../scripts/eval-search/read-sets.ts'
import { buildIndex } from '../src/search/build-index.ts'

it.skipIf(!hasDevSets())('456 articles and 200 questions leave an isolate on the edge half of its memory', async () => {
  const questions = readQueries(devQueries).map(({ q }) => q)
  const { measured } = await measureEdge(
    buildIndex(readDocuments(devDocuments)),
    [...questions, ...questions].slice(0, 200),
  )
  expect(measured).toBeGreaterThan(15 * 2 ** 20)
  expect(measured).toBeLessThan(64 * 2 ** 20)
})
