// Whether the image data of a PNG is what it says it is: one zlib stream for the picture and one for each further frame,
// of no more than their pixels need. Anything else that travels under those names is a file of another kind.
import { viewOf } from './bytes.ts'
import type { Bytes } from './bytes.ts'
import type { Size } from './picture.ts'
import { frameSize } from './png-animation.ts'
import { readChunks } from './png-chunks.ts'
import type { Chunk } from './png-chunks.ts'
import { scanLineBytes } from './png-scan-lines.ts'

/** What a zlib stream holds, piece by piece. Throws where it is damaged, cut short, or something follows its end. */
export type Unpack = (packed: readonly Bytes[]) => AsyncIterable<Uint8Array>

type Stream = { size: Size; packed: Bytes[] }

/** Unpacks and throws away; the picture must have been rebuilt before. */
export async function hasSoundStreams(png: Bytes, unpack: Unpack): Promise<boolean> {
  const chunks = readChunks(png)
  const header = chunks?.[0]
  const streams = chunks && streamsOf(chunks)
  if (!header || !streams) return false
  for (const { size, packed } of streams)
    if (!(await unpacksTo(scanLineBytes(size, header.data), packed, unpack))) return false
  return true
}

/** Null where a frame's data comes before the frame is announced. */
function streamsOf([header, ...chunks]: readonly Chunk<ArrayBuffer>[]): Stream[] | null {
  if (!header) return null
  const view = viewOf(header.data)
  const picture: Stream = { size: { width: view.getUint32(0), height: view.getUint32(4) }, packed: [] }
  const streams = [picture]
  for (const chunk of chunks) {
    const isAfterPicture = picture.packed.length > 0
    if (chunk.type === 'IDAT') picture.packed.push(chunk.data)
    else if (chunk.type === 'fcTL' && isAfterPicture) streams.push({ size: frameSize(chunk), packed: [] })
    else if (chunk.type === 'fdAT') {
      if (streams.length === 1) return null
      streams.at(-1)?.packed.push(chunk.data.subarray(4))
    }
  }
  return streams
}

async function unpacksTo(most: number, packed: readonly Bytes[], unpack: Unpack): Promise<boolean> {
  let unpacked = 0
  try {
    for await (const piece of unpack(packed)) {
      unpacked += piece.length
      if (unpacked > most) return false
    }
    return unpacked > 0
  } catch {
    return false
  }
}
