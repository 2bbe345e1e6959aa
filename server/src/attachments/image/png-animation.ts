// APNG (PNG, third edition, clause 11.3.6): frames in ancillary chunks, kept where they make sense.
import { viewOf } from './bytes.ts'
import { isShowable } from './picture.ts'
import type { Size } from './picture.ts'
import { firstBeforeImage } from './png-chunks.ts'
import type { Chunk } from './png-chunks.ts'

const isFramePart = ({ type }: Chunk) => type === 'fcTL' || type === 'fdAT'

/** The chunks that animate, none for a still picture; null if they contradict each other or are too many. */
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
    isShowable(frames.map(frameSize)) &&
    parts.every(isInSequence)
  return isSound ? [control, ...parts] : null
}

/** How wide and high the frame is that an `fcTL` announces. */
export function frameSize({ data }: Chunk): Size {
  const view = viewOf(data)
  return { width: view.getUint32(4), height: view.getUint32(8) }
}

const isInSequence = ({ data }: Chunk, index: number) => data.length > 4 && viewOf(data).getUint32(0) === index

function liesWithin(frame: Chunk, canvas: Size): boolean {
  if (frame.data.length !== 26) return false
  const view = viewOf(frame.data)
  const [{ width, height }, x, y] = [frameSize(frame), view.getUint32(12), view.getUint32(16)]
  return width > 0 && height > 0 && x + width <= canvas.width && y + height <= canvas.height
}
