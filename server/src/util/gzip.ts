// By the platform's own streams, which Node and the edge both have.

export const gzip = (bytes: Uint8Array) => through(bytes, new CompressionStream('gzip'))

/** Rejects for bytes that are not whole gzip, and for those that unpack to more than `most`. */
export const gunzip = (bytes: Uint8Array, most = Number.POSITIVE_INFINITY) =>
  through(bytes, new DecompressionStream('gzip'), most)

async function through(
  bytes: Uint8Array,
  change: CompressionStream | DecompressionStream,
  most = Number.POSITIVE_INFINITY,
): Promise<Uint8Array> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const chunk of new Blob([new Uint8Array(bytes)]).stream().pipeThrough(change)) {
    size += chunk.byteLength
    if (size > most) throw new RangeError(`unpacks to more than ${most / 1_000_000} MB`)
    chunks.push(chunk)
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}
