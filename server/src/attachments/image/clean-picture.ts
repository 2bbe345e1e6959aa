// A picture from a stranger, looked at to its last byte.
import type { Bytes } from './bytes.ts'
import { hasSoundStreams } from './png-stream.ts'
import type { Unpack } from './png-stream.ts'
import { sanitizeImage } from './sanitize-image.ts'
import type { Sanitized } from './sanitize-image.ts'

/** The picture without what its pixels do not need, or why not. The bytes are given away: they may be gone after it. */
export type CleanPicture = (bytes: Bytes) => Promise<Sanitized>

/** How pictures are cleaned where zlib streams are unpacked so. */
export const createCleanPicture =
  (unpack: Unpack): CleanPicture =>
  async (bytes) => {
    const result = sanitizeImage(bytes)
    if (result.outcome === 'refused' || result.type !== 'image/png') return result
    return (await hasSoundStreams(result.picture.bytes, unpack))
      ? result
      : { outcome: 'refused', code: 'malformed_image' }
  }
