// What requests take of an isolate's memory on the edge, where 128 MB is the limit.
import { createStorage } from 'unstorage'
import { beforeAll, expect, it } from 'vitest'
import { worstBodies } from '../scripts/bench-worst/bodies.ts'
import { heapOf, measureEdge } from '../scripts/eval-search/edge.ts'
import { ownSets, readCorpus, readQueries } from '../scripts/eval-search/read-sets.ts'
import { manyOf } from '../scripts/eval-search/stress.ts'
import { createIndexStore } from '../src/articles/index-store.ts'
import { buildIndex } from '../src/search/build-index.ts'
import type { SearchIndex } from '../src/search/index/search-index.ts'
import { toParts, toSnapshot } from '../src/search/snapshot.ts'
import { r2Driver } from '../src/storage/r2-driver.ts'
import { call, staffToken, tokenFor } from './support/over-http.ts'
import { childNamed, growthDuring } from './support/peak-memory.ts'
import { startWorker } from './support/workerd.ts'

const megabyte = 2 ** 20

const questions = readQueries(ownSets.queries).map(({ q }) => q)

let index: SearchIndex
beforeAll(async () => {
  index = buildIndex(manyOf(await readCorpus(ownSets.documents), 456))
}, 60_000)

it('456 articles and 200 questions leave an isolate on the edge half of its memory', async () => {
  const { kept, measured, most } = await measureEdge(index, [...questions, ...questions].slice(0, 200))
  expect(kept).toBeGreaterThan(10 * megabyte)
  expect(kept).toBeLessThan(52 * megabyte)
  expect(measured).toBeLessThan(most)
}, 60_000)

/** What guests and owners may send, in the words that they use; and the Markdown of the staff that opens and never closes. */
function bodies() {
  const words = [...new Set(questions.join(' ').match(/\p{L}{5,}/gu))]
  return worstBodies(words).filter(({ who, name }) => who !== 'staff' || name === markdown)
}
const markdown = 'Markdown **a_ repeated'

it('the worst requests leave it standing, with 456 articles in its memory', async () => {
  const worker = await startWorker()
  try {
    const store = createIndexStore(createStorage({ driver: r2Driver(await worker.bucket()) }))
    await store.write('measured', toParts(toSnapshot(index)))
    await call(`${worker.origin}/v1/suggestions`, { body: { subject: 'как подключить домен' } })
    const used = await heapOf(await worker.inspector())
    const pid = childNamed('workerd')
    const tokens = { guest: null, owner: await tokenFor(), staff: staffToken }
    const measured: { name: string; status: number; process: number; isolate: number }[] = []
    for (const { name, method, path, who, type, body } of bodies()) {
      let status = 0
      const send = async () => {
        const response = await fetch(`${worker.origin}${path}`, {
          method,
          headers: {
            ...(tokens[who] !== null && { Authorization: `Bearer ${tokens[who]}` }),
            'Content-Type': type ?? 'application/json',
            'Idempotency-Key': String(measured.length),
            Connection: 'close',
          },
          ...(body !== undefined && { body }),
        })
        await response.arrayBuffer()
        status = response.status
      }
      const process = await growthDuring(pid, send)
      measured.push({ name: `${path.slice(0, 40)} ${name}`, status, process, isolate: await used() })
    }
    expect(measured.filter(({ name }) => name.endsWith(markdown))).toMatchObject([{ status: 200 }])
    // Garbage that is not yet collected counts, as it does for the platform. The process also plays D1 and R2.
    expect(measured.filter(({ isolate }) => isolate > 120 * megabyte)).toEqual([])
    expect(measured.filter(({ process }) => process > 72 * megabyte)).toEqual([])
    expect(Math.max(...measured.map(({ process }) => process))).toBeGreaterThan(5 * megabyte)
  } finally {
    await worker.stop()
  }
}, 120_000)
