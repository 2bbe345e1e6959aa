// By the platform's own streams, which Node and the edge both have.

export const gzip = (bytes: Uint8Array) => through(bytes, new CompressionStream('gzip'))

/** Rejects for bytes that are not whole gzip. */
export const gunzip = (bytes: Uint8Array) => through(bytes, new DecompressionStream('gzip'))

async function through(bytes: Uint8Array, change: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const stream = new Blob([unshared(bytes)]).stream().pipeThrough(change)
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** The same bytes without a copy, unless another thread may change them. */
const unshared = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array<ArrayBuffer> =>
  buffer instanceof ArrayBuffer
    ? new Uint8Array(buffer, byteOffset, byteLength)
    : new Uint8Array(new Uint8Array(buffer, byteOffset, byteLength))
