// Whether the image data of a PNG is what it says it is: one zlib stream of no more than its pixels need. Anything else
// that travels under that name is a file of another kind.
import { concat, viewOf } from './bytes.ts'
import { readChunks } from './png-chunks.ts'

const channels: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Most bytes that the scan lines unpack to: interlaced ones have up to one filter byte more for every pixel's row. */
function mostBytes(header: Uint8Array): number {
  const [width, height] = [viewOf(header).getUint32(0), viewOf(header).getUint32(4)]
  const [depth = 8, colourType = 6] = header.subarray(8)
  const row = Math.ceil((width * depth * (channels[colourType] ?? 4)) / 8) + 1
  return 2 * row * (height + 8)
}

/** Unpacks and throws away, off the thread where the platform can; the picture must have been rebuilt before. */
export async function hasSoundStream(png: Uint8Array): Promise<boolean> {
  const chunks = readChunks(png)
  const header = chunks?.[0]
  if (!chunks || !header) return false
  const packed = concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const most = mostBytes(header.data)
  let unpacked = 0
  try {
    for await (const piece of new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'))) {
      unpacked += piece.length
      if (unpacked > most) return false
    }
    return unpacked > 0
  } catch {
    return false
  }
}
