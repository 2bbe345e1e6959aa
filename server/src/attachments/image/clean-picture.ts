// A picture from a stranger, looked at to its last byte.
import { digestBytes } from '../../util/digest.ts'
import type { Bytes } from './bytes.ts'
import { hasSoundStreams } from './png-stream.ts'
import type { Unpack } from './png-stream.ts'
import { sanitizeImage } from './sanitize-image.ts'
import type { ImageRefused, Sanitized } from './sanitize-image.ts'

/** What is kept of a picture, with the SHA-256 of its bytes in hex, or why it is not. */
export type Cleaned = (Extract<Sanitized, { outcome: 'clean' }> & { sha256: string }) | ImageRefused

/** The picture without what its pixels do not need, or why not. The bytes are given away: they may be gone after it. */
export type CleanPicture = (bytes: Bytes) => Promise<Cleaned>

/** How pictures are cleaned where zlib streams are unpacked so. */
export const createCleanPicture =
  (unpack: Unpack): CleanPicture =>
  async (bytes) => {
    const result = sanitizeImage(bytes)
    if (result.outcome === 'refused') return result
    const { type, picture } = result
    if (type === 'image/png' && !(await hasSoundStreams(picture.bytes, unpack)))
      return { outcome: 'refused', code: 'malformed_image' }
    return { ...result, sha256: await digestBytes(picture.bytes) }
  }
