import { createStorage } from 'unstorage'
import { createIndexStore } from '../../src/articles/index-store.ts'
import type { SearchIndex } from '../../src/search/index/search-index.ts'
import { toParts, toSnapshot } from '../../src/search/snapshot.ts'
import { suggest } from '../../src/search/suggest.ts'
import { createTestApp } from '../../test/support/test-app.ts'
import { inTime } from './limits.ts'
import type { Limit } from './limits.ts'
import { percentile } from './measures.ts'

const ROUNDS = 3

/** What the route adds to the engine: each is asked the same in turn, and the differences' median counts. */
export async function routeAdds(index: SearchIndex, subjects: readonly string[]): Promise<Limit> {
  const storage = createStorage()
  await createIndexStore(storage).write('measured', toParts(toSnapshot(index)))
  const desk = await createTestApp({ storage })
  const headers = { Authorization: `Bearer ${await desk.tokenFor()}`, 'Content-Type': 'application/json' }
  const ask = async (subject: string): Promise<void> => {
    const body = JSON.stringify({ subject, locale: 'ru' })
    const response = await desk.app.request('/v1/suggestions', { method: 'POST', headers, body })
    if (response.status !== 200) throw new Error(`The route answered ${response.status}`)
    await response.text()
  }
  const differences: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    for (const subject of subjects) {
      const engine = await timed(() => suggest(index, { subject, locale: 'ru' }))
      const route = await timed(() => ask(subject))
      if (round > 0) differences.push(route - engine)
    }
  }
  await desk.close()
  return inTime('what the route adds', percentile(differences, 0.5), 1, 'median, by turns')
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
