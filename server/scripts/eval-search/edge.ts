// What suggestions take of an isolate's memory on the edge: the built Worker under real workerd, asked over HTTP.
import { once } from 'node:events'
import { WebSocket } from 'undici'
import { createStorage } from 'unstorage'
import * as z from 'zod/mini'
import { createIndexStore } from '../../src/articles/index-store.ts'
import type { SearchIndex } from '../../src/search/index/search-index.ts'
import { toParts, toSnapshot } from '../../src/search/snapshot.ts'
import { r2Driver } from '../../src/storage/r2-driver.ts'
import { as, tokenFor } from '../../test/support/over-http.ts'
import { startWorker } from '../../test/support/workerd.ts'
import type { Limit } from './limits.ts'
import { mb } from './table.ts'

const MOST = 100 * 2 ** 20

const Message = z.object({ data: z.string() })
const HeapUsage = z.object({
  result: z.object({ usedSize: z.number(), embedderHeapUsedSize: z.number(), backingStorageSize: z.number() }),
})

/** So many times over: within one, the engine may not have collected anything. */
const ROUNDS = 3

/**
 * The most that was seen, in which garbage that is not yet collected counts, as it does for the platform; and `kept`, the
 * least after the first round, which does not depend on when the engine collects. Needs the Worker built.
 */
export async function measureEdge(index: SearchIndex, queries: readonly string[]): Promise<Limit & { kept: number }> {
  const worker = await startWorker()
  try {
    const anna = as(worker.origin, await tokenFor())
    const used = await heapOf(await worker.inspector())
    const ask = async (description: string): Promise<number> => {
      const { status } = await anna.send('POST', '/v1/suggestions', { description })
      if (status !== 200) throw new Error(`The Worker answered ${status}`)
      return used()
    }
    await anna.get('/v1/support')
    const before = await used()
    const store = createIndexStore(createStorage({ driver: r2Driver(await worker.bucket()) }))
    await store.write('measured', toParts(toSnapshot(index)))
    const loaded = await ask(queries[0] ?? '')
    let most = loaded
    let kept = Infinity
    for (let round = 0; round < ROUNDS; round++)
      for (const query of queries) {
        const now = await ask(query)
        most = Math.max(most, now)
        if (round > 0) kept = Math.min(kept, now)
      }
    const beside = `${mb(before)} without an index, ${mb(loaded)} with it, ${mb(kept)} kept, the most in ${ROUNDS} × ${queries.length} questions`
    return { what: 'memory on the edge', measured: most, kept, most: MOST, as: mb, beside }
  } finally {
    await worker.stop()
  }
}

/** Tells what the isolate that an inspector leads to takes now, in bytes: objects, and buffers outside the heap. */
export async function heapOf(inspector: URL): Promise<() => Promise<number>> {
  const socket = new WebSocket(inspector)
  await once(socket, 'open')
  return async () => {
    socket.send(JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' }))
    const [{ data }] = z.tuple([Message]).parse(await once(socket, 'message'))
    const { usedSize, embedderHeapUsedSize, backingStorageSize } = HeapUsage.parse(JSON.parse(data)).result
    return usedSize + embedderHeapUsedSize + backingStorageSize
  }
}
