import type { AttachmentReply } from '@bilet/shared/replies'
import type { Bytes } from './bytes.ts'

/** What the content was found to be, whatever its name or claimed type. */
export type PictureType = AttachmentReply['type']

/** In pixels. */
export type Size = { width: number; height: number }

/** A picture rebuilt from the parts that make its pixels, and its size the right way up. */
export type Picture = Size & { bytes: Bytes }

/** More no owner's recording of a screen has; whoever looks at it draws every pixel of every frame. */
const most = { frames: 1_000, pixels: 100_000_000 }

/** Whether an animation of frames of these sizes may be shown to anybody. */
export const isShowable = (frames: readonly Size[]): boolean =>
  frames.length <= most.frames && frames.reduce((sum, { width, height }) => sum + width * height, 0) <= most.pixels
