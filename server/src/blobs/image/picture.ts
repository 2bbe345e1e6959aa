import type { AttachmentReply } from '@bilet/shared/replies'
import type { Bytes } from './bytes.ts'

/** What the content was found to be, whatever its name or claimed type. */
export type PictureType = AttachmentReply['type']

/** A picture rebuilt from the parts that make its pixels. Width and height in pixels, the right way up. */
export type Picture = { width: number; height: number; bytes: Bytes }
