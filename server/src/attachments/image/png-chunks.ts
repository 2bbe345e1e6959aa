// PNG (W3C, third edition) as a list of chunks: length, type, data, CRC.
import { concat, latin1, maxPieces, viewOf } from './bytes.ts'
import { crc32 } from './crc32.ts'

export const signature = '\x89PNG\r\n\x1a\n'

/** `whole` is the chunk as it stands in the file, `data` its contents. */
export type Chunk<B extends ArrayBufferLike = ArrayBufferLike> = {
  type: string
  data: Uint8Array<B>
  whole: Uint8Array<B>
}

const around = 12

/** A chunk as a file would hold it. */
export function toChunk(type: string, data: Uint8Array): Chunk {
  const whole = concat([[0, 0, 0, 0], type, data, [0, 0, 0, 0]])
  viewOf(whole).setUint32(0, data.length)
  viewOf(whole).setUint32(whole.length - 4, crc32(whole.subarray(4, -4)))
  return { type, data, whole }
}

/** Chunks up to and with IEND; what follows is not read. Null if the file ends early, has too many or one whose type is not four letters. */
export function readChunks<B extends ArrayBufferLike>(bytes: Uint8Array<B>): Chunk<B>[] | null {
  const view = viewOf(bytes)
  const chunks: Chunk<B>[] = []
  for (let at = signature.length; at + around <= bytes.length && chunks.length < maxPieces;) {
    const end = at + around + view.getUint32(at)
    const type = latin1(bytes, at + 4, 4)
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(type)) return null
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) })
    if (type === 'IEND') return chunks
    at = end
  }
  return null
}

/** The first chunk of a type before the image data: where the chunks about the whole picture count. */
export function firstBeforeImage(chunks: readonly Chunk[], type: string): Chunk | undefined {
  const chunk = chunks.find((one) => one.type === type || one.type === 'IDAT')
  return chunk?.type === type ? chunk : undefined
}

/** Whether the chunk's CRC-32 holds: a damaged upload is told at once rather than by the one who opens it. */
export function isIntact({ whole }: Chunk): boolean {
  return crc32(whole.subarray(4, -4)) === viewOf(whole).getUint32(whole.length - 4)
}
