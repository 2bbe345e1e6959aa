// Keeps the chunks of a WebP (RFC 9649) that its pixels need. Exif, XMP and everything unknown, also inside frames, are
// dropped; the header's flags and the file's size are written anew.
import { concat, latin1, startsWith, uint24le, viewOf } from './bytes.ts'
import type { Bytes, Part } from './bytes.ts'
import { isShowable } from './picture.ts'
import type { Picture, Size } from './picture.ts'
import { sizeOfBitstream } from './webp-bitstream.ts'

type Chunk = { type: string; data: Uint8Array }

/** Of an animation a thousand frames are shown, and little stands around them; each more would cost memory. */
const maxChunks = 2_000

export const isWebp = (bytes: Uint8Array) => startsWith(bytes, 'RIFF') && latin1(bytes, 8, 4) === 'WEBP'

/** The picture with nothing but its pixels; null if the structure is broken. */
export function rebuildWebp(bytes: Uint8Array): Picture | null {
  const end = bytes.length < 20 ? Infinity : 8 + viewOf(bytes).getUint32(4, true)
  const [first, ...rest] = (end <= bytes.length && readChunks(bytes.subarray(12, end))) || []
  if (first?.type === 'VP8X') return rebuildExtended(first, rest)
  const size = first && isBitstream(first) && sizeOfBitstream(first.type, first.data)
  return size ? toPicture(size, [first]) : null
}

/** Chunks one after another, to the last byte; null if one reaches beyond or there are too many. */
function readChunks(bytes: Uint8Array): Chunk[] | null {
  const view = viewOf(bytes)
  const chunks: Chunk[] = []
  let at = 0
  while (at + 8 <= bytes.length && chunks.length < maxChunks) {
    const length = view.getUint32(at + 4, true)
    chunks.push({ type: latin1(bytes, at, 4), data: bytes.subarray(at + 8, at + 8 + length) })
    at += 8 + length + (length & 1)
  }
  return at === bytes.length ? chunks : null
}

const letters: Record<string, string> = { ICCP: 'i', ANIM: 'n', ANMF: 'f', ALPH: 'a', 'VP8 ': 'b', VP8L: 'l' }
const known = (chunks: readonly Chunk[]) => chunks.filter(({ type }) => type in letters)
const spell = (chunks: readonly Chunk[]) => chunks.map(({ type }) => letters[type]).join('')

/** A colour profile, then one image or an animation; an image is lossy with or without its alpha, or lossless. */
const order = /^i?(a?b|l|nf+)$/
const frameOrder = /^(a?b|l)$/

const isBitstream = ({ type }: Chunk) => type === 'VP8 ' || type === 'VP8L'

const alphaFlag = 0x10
const animationFlag = 0x02

function rebuildExtended({ data }: Chunk, rest: readonly Chunk[]): Picture | null {
  const spelled = spell(known(rest))
  // A colour profile holds whatever its maker likes: pictures of screens do without.
  const chunks = known(rest).filter(({ type }) => type !== 'ICCP')
  if (data.length !== 10 || !order.test(spelled)) return null
  const canvas = { width: uint24le(data, 4) + 1, height: uint24le(data, 7) + 1 }
  const isAnimated = spelled.includes('n')
  const body = isAnimated ? rebuildFrames(chunks, canvas) : fits(chunks, canvas) ? chunks : null
  if (!body) return null
  const alpha = (data[0] ?? 0) & alphaFlag
  const flags = alpha | (isAnimated ? animationFlag : 0)
  return toPicture(canvas, [{ type: 'VP8X', data: concat([[flags, 0, 0, 0], data.subarray(4)]) }, ...body])
}

/** Whether the image among the chunks has the size that is claimed for it. */
function fits(chunks: readonly Chunk[], { width, height }: Size): boolean {
  const image = chunks.find(isBitstream)
  const size = image && sizeOfBitstream(image.type, image.data)
  return size?.width === width && size.height === height
}

const frameHeader = 16

function rebuildFrames(chunks: readonly Chunk[], canvas: Size): Chunk[] | null {
  const frames = chunks.filter(({ type, data }) => type === 'ANMF' && data.length >= frameHeader)
  if (!isShowable(frames.map(frameSize))) return null
  const rebuilt = chunks.map((chunk) => (chunk.type === 'ANMF' ? rebuildFrame(chunk, canvas) : chunk))
  const isSound = chunks.every(({ type, data }) => type !== 'ANIM' || data.length === 6)
  return isSound && rebuilt.every((chunk) => chunk !== null) ? rebuilt : null
}

const frameSize = ({ data }: Pick<Chunk, 'data'>): Size => ({
  width: uint24le(data, 6) + 1,
  height: uint24le(data, 9) + 1,
})

function rebuildFrame({ type, data }: Chunk, canvas: Size): Chunk | null {
  if (data.length < frameHeader) return null
  const size = frameSize({ data })
  const isInside =
    2 * uint24le(data, 0) + size.width <= canvas.width && 2 * uint24le(data, 3) + size.height <= canvas.height
  const chunks = known(readChunks(data.subarray(frameHeader)) ?? [])
  if (!isInside || !frameOrder.test(spell(chunks)) || !fits(chunks, size)) return null
  return { type, data: concat([data.subarray(0, frameHeader), ...chunks.flatMap(toParts)]) }
}

function toParts({ type, data }: Chunk): Part[] {
  return [type, uint32le(data.length), data, data.length & 1 ? '\0' : '']
}

function toPicture(size: Size, chunks: readonly Chunk[]): Picture {
  const body = concat(['WEBP', ...chunks.flatMap(toParts)])
  return { ...size, bytes: concat(['RIFF', uint32le(body.length), body]) }
}

function uint32le(value: number): Bytes {
  const bytes = new Uint8Array(4)
  viewOf(bytes).setUint32(0, value, true)
  return bytes
}
