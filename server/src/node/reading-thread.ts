// The thread that reads what is sent: a form into its parts, a picture to its last byte, a text to its tree.
import { parentPort } from 'node:worker_threads'
import type { ReadBlocks, WrittenText } from '../articles/written-text.ts'
import type { Bytes } from '../attachments/image/bytes.ts'
import { createCleanPicture } from '../attachments/image/clean-picture.ts'
import type { Cleaned } from '../attachments/image/clean-picture.ts'
import { unpackOnNode } from '../attachments/image/unpack-node.ts'
import { readForm } from '../http/multipart.ts'
import type { DigestedPart } from '../http/multipart.ts'

export type Order =
  | { kind: 'form'; bytes: Bytes; boundary: string }
  | { kind: 'picture'; bytes: Bytes }
  | { kind: 'text'; text: WrittenText }
export type Answers = { form: DigestedPart[] | null; picture: Cleaned; text: Awaited<ReturnType<ReadBlocks>> }

const cleanPicture = createCleanPicture(unpackOnNode)
/** Few desks write articles by hand: what reads them is fetched for the first one. */
const readBlocks: ReadBlocks = async (text) => (await import('../articles/staff-blocks.ts')).readBlocks(text)

async function answer(order: Order): Promise<void> {
  const tell = (told: Answers[Order['kind']], bytes?: Bytes) =>
    parentPort?.postMessage(told, bytes ? [bytes.buffer] : [])
  if (order.kind === 'form') return tell(await readForm(order.bytes, order.boundary), order.bytes)
  if (order.kind === 'text') return tell(await readBlocks(order.text))
  const cleaned = await cleanPicture(order.bytes)
  tell(cleaned, cleaned.outcome === 'clean' ? cleaned.picture.bytes : undefined)
}

// What throws here ends the thread, and the one who asked is told.
parentPort?.on('message', (order: Order) => void answer(order))
