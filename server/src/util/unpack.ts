import { pause } from './pause.ts'

/** What is unpacked at once: a thousand times as much may come of it. */
const atOnce = 16 * 1024

async function feed(writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>, pieces: readonly Uint8Array[]) {
  for (const piece of pieces)
    for (let at = 0; at < piece.length; at += atOnce) {
      await writer.ready
      await writer.write(new Uint8Array(piece.subarray(at, at + atOnce)))
      // The edge takes whatever is written and holds what comes of it: its reader gets a turn first.
      await pause(0)
    }
  await writer.close()
}

/**
 * What strangers packed, unpacked piece by piece, by the platform's own streams: a reader that has seen enough stops, and
 * no more than a piece was held meanwhile. Throws for what is not whole.
 */
export function unpack(pieces: readonly Uint8Array[], format: 'deflate' | 'gzip'): ReadableStream<Uint8Array> {
  const { readable, writable } = new DecompressionStream(format)
  // What goes wrong is told by the other end, too.
  feed(writable.getWriter(), pieces).catch(() => {})
  return readable
}
