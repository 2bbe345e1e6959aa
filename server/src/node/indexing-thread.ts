// One piece of work on the search index, by a thread that ends with it.
import { parentPort, workerData } from 'node:worker_threads'
import { indexHere } from '../articles/indexing.ts'
import { createLibrary } from '../articles/library.ts'
import { buffersOf, toSent } from '../search/index/sent.ts'
import type { SentIndex } from '../search/index/sent.ts'
import { createStorage } from '../storage/storage.ts'

export type IndexOrder = { kind: 'publish' } | { kind: 'load'; version: string }
export type IndexAnswers = { publish: true; load: SentIndex }

const { storageUrl, order }: { storageUrl: string; order: IndexOrder } = workerData
const storage = await createStorage(storageUrl)
const indexing = indexHere(createLibrary(storage, { clock: Date.now }))

const tell = (told: IndexAnswers[IndexOrder['kind']], tables: ArrayBuffer[] = []) =>
  parentPort?.postMessage(told, tables)

// What throws here ends the thread, and the one who asked is told.
if (order.kind === 'publish') {
  await indexing.publish()
  tell(true)
} else {
  const sent = toSent(await indexing.load(order.version))
  tell(sent, buffersOf(sent))
}
await storage.dispose()
