// A large body as bytes, copied once: whole buffers of ten megabytes are what takes the time of an upload.
import type { Context } from 'hono'

/**
 * Reads the body into room for as many bytes as its `Content-Length` tells, or as came. Rejects where the client broke it
 * off. How long it may be has been seen to before.
 */
export async function readBytes(c: Context): Promise<Uint8Array<ArrayBuffer>> {
  const told = Number(c.req.header('content-length'))
  const stream = c.req.raw.body ?? new Blob([]).stream()
  return c.req.header('transfer-encoding') === undefined && told > 0
    ? fill(new Uint8Array(told), stream)
    : gather(stream)
}

type Stream = AsyncIterable<Uint8Array>

async function fill(room: Uint8Array<ArrayBuffer>, stream: Stream): Promise<Uint8Array<ArrayBuffer>> {
  let at = 0
  for await (const piece of stream) {
    room.set(piece, at)
    at += piece.length
  }
  return room.subarray(0, at)
}

async function gather(stream: Stream): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece)
  const room = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    room.set(piece, at)
    at += piece.length
  }
  return room
}
