import type { AttachmentReply } from '@bilet/shared/replies'
import type { Bytes } from './bytes.ts'

/** What the content was found to be, whatever its name or claimed type. */
export type PictureType = AttachmentReply['type']

/** In pixels. */
export type Size = { width: number; height: number }

/** A picture rebuilt from the parts that make its pixels, and its size the right way up. */
export type Picture = Size & { bytes: Bytes }
