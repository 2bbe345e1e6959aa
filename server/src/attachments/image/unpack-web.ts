import type { Bytes } from './bytes.ts'

/** By the web's own streams, as the edge has them. By their standard what follows the end of a stream is an error. */
export async function* unpackOnWeb(packed: readonly Bytes[]): AsyncGenerator<Uint8Array> {
  yield* new Blob([...packed]).stream().pipeThrough(new DecompressionStream('deflate'))
}
