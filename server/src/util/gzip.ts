// By the platform's own streams, which Node and the edge both have.

export const gzip = (bytes: Uint8Array) => through(bytes, new CompressionStream('gzip'))

/** Rejects for bytes that are not whole gzip. */
export const gunzip = (bytes: Uint8Array) => through(bytes, new DecompressionStream('gzip'))

async function through(bytes: Uint8Array, change: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(change)
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
