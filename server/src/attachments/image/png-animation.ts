// APNG (PNG, third edition, clause 11.3.6): frames in ancillary chunks, kept where they make sense.
import { viewOf } from './bytes.ts'
import type { Size } from './picture.ts'
import { firstBeforeImage } from './png-chunks.ts'
import type { Chunk } from './png-chunks.ts'

const isFramePart = ({ type }: Chunk) => type === 'fcTL' || type === 'fdAT'

/** The chunks that animate, none for a still picture; null if they contradict each other. */
export function readAnimation(chunks: readonly Chunk[], canvas: Size): Chunk[] | null {
  const control = firstBeforeImage(chunks, 'acTL')
  if (!control) return []
  const parts = chunks.filter(isFramePart)
  const frames = parts.filter(({ type }) => type === 'fcTL')
  const isSound =
    control.data.length === 8 &&
    frames.length > 0 &&
    viewOf(control.data).getUint32(0) === frames.length &&
    frames.every((frame) => liesWithin(frame, canvas)) &&
    parts.every(isInSequence)
  return isSound ? [control, ...parts] : null
}

const isInSequence = ({ data }: Chunk, index: number) => data.length > 4 && viewOf(data).getUint32(0) === index

function liesWithin({ data }: Chunk, canvas: Size): boolean {
  if (data.length !== 26) return false
  const view = viewOf(data)
  const [width, height, x, y] = [view.getUint32(4), view.getUint32(8), view.getUint32(12), view.getUint32(16)]
  return width > 0 && height > 0 && x + width <= canvas.width && y + height <= canvas.height
}
