import { Readable } from 'node:stream'
import { createInflate } from 'node:zlib'
import type { Bytes } from './bytes.ts'

const pieceBytes = 256 * 1024

/** By zlib itself: the web's streams of older Nodes forgive what follows the end of a stream. */
export async function* unpackOnNode(packed: readonly Bytes[]): AsyncGenerator<Uint8Array> {
  const inflate = createInflate({ chunkSize: pieceBytes })
  Readable.from(packed).pipe(inflate)
  const pieces: AsyncIterable<Uint8Array> = inflate
  yield* pieces
  const read = packed.reduce((sum, { length }) => sum + length, 0)
  if (inflate.bytesWritten !== read) throw new RangeError('something follows the end of the stream')
}
