// Keeps the chunks of a PNG that its pixels need. Exif shrinks to the orientation; text, time, physical size and
// everything unknown are dropped.
import { concat, startsWith, viewOf } from './bytes.ts'
import { orientationOnly, readOrientation, turned, upright } from './exif.ts'
import type { Picture, Size } from './picture.ts'
import { readAnimation } from './png-animation.ts'
import { firstBeforeImage, isIntact, readChunks, signature, toChunk } from './png-chunks.ts'
import type { Chunk } from './png-chunks.ts'

export const isPng = (bytes: Uint8Array) => startsWith(bytes, signature)

const letters: Record<string, string> = { IHDR: 'h', PLTE: 'p', IDAT: 'd', IEND: 'e' }
/** Unknown chunks named with a small first letter may be skipped, any other makes the file unreadable. */
const letterOf = ({ type }: Chunk) => letters[type] ?? (/^[a-z]/.test(type) ? 'a' : 'x')

/** Header, palette where there is one, image data without a gap, end; ancillary chunks between. */
const order = /^ha*(pa*)?d+a*e$/

/** Ancillary chunks that change how pixels look, with the bytes that each may hold. */
const colour: Record<string, [min: number, max: number]> = {
  tRNS: [1, 256],
  gAMA: [4, 4],
  cHRM: [32, 32],
  sRGB: [1, 1],
  cICP: [4, 4],
  sBIT: [1, 4],
}

/** The picture with nothing but its pixels; null if the structure is broken or a kept chunk is damaged. */
export function rebuildPng(bytes: Uint8Array): Picture | null {
  const chunks = readChunks(bytes)
  const size = chunks?.[0] && readSize(chunks[0])
  if (!chunks || !size || !order.test(chunks.map(letterOf).join(''))) return null
  const animation = readAnimation(chunks, size)
  if (!animation) return null
  const needed = new Set([...colourChunks(chunks), ...animation])
  const [header, ...kept] = chunks.filter((chunk) => chunk.type in letters || needed.has(chunk))
  if (!header || ![header, ...kept].every(isIntact)) return null
  const orientation = orientationOf(chunks)
  const exif = orientation === upright ? [] : [toChunk('eXIf', orientationOnly(orientation))]
  const parts = [header, ...exif, ...kept].map(({ whole }) => whole)
  return { ...turned(size, orientation), bytes: concat([signature, ...parts]) }
}

function orientationOf(chunks: readonly Chunk[]): number {
  const exif = firstBeforeImage(chunks, 'eXIf')
  return exif ? readOrientation(exif.data) : upright
}

const depths: Record<number, readonly number[]> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

function readSize({ type, data }: Chunk): Size | null {
  if (type !== 'IHDR' || data.length !== 13) return null
  const [depth = 0, colourType = -1, compression, filter, interlace = 2] = data.subarray(8)
  if (!depths[colourType]?.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1) return null
  const [width, height] = [viewOf(data).getUint32(0), viewOf(data).getUint32(4)]
  return width > 0 && height > 0 ? { width, height } : null
}

/** The first of each kind before the image data, as decoders take them. */
function colourChunks(chunks: readonly Chunk[]): Chunk[] {
  return Object.entries(colour).flatMap(([kind, [min, max]]) => {
    const chunk = firstBeforeImage(chunks, kind)
    return chunk && chunk.data.length >= min && chunk.data.length <= max ? [chunk] : []
  })
}
