// By the platform's own streams, which Node and the edge both have.

/** Of bytes that come piece by piece: the whole of them need never be in memory. Rejects where the pieces do. */
export const gzip = (pieces: Pieces) => through(streamOf(pieces), new CompressionStream('gzip'))

/** Rejects for bytes that are not whole gzip. */
export const gunzip = (bytes: Uint8Array) =>
  through(new Blob([unshared(bytes)]).stream(), new DecompressionStream('gzip'))

export type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

type Bytes = Uint8Array<ArrayBuffer>

async function through(bytes: ReadableStream<Bytes>, change: CompressionStream | DecompressionStream): Promise<Bytes> {
  return new Uint8Array(await new Response(bytes.pipeThrough(change)).arrayBuffer())
}

/** A piece is asked for when the one before it was taken. */
function streamOf(pieces: Pieces): ReadableStream<Bytes> {
  const iterator = Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]()
  return new ReadableStream<Bytes>({
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(unshared(value))
    },
  })
}

/** The same bytes without a copy, unless another thread may change them. */
const unshared = ({ buffer, byteOffset, byteLength }: Uint8Array): Bytes =>
  buffer instanceof ArrayBuffer
    ? new Uint8Array(buffer, byteOffset, byteLength)
    : new Uint8Array(new Uint8Array(buffer, byteOffset, byteLength))
