// Pictures from strangers: known by content, rebuilt from known parts, so that neither metadata nor a second file inside
// survives. Pixels are not decoded: what makes sense of them is the browser of the one who looks.
import type { IssueCode } from '@bilet/shared/issue-codes'
import { limits } from '@bilet/shared/limits'
import type { ProblemCode } from '@bilet/shared/problem'
import { isJpeg, rebuildJpeg } from './jpeg.ts'
import type { Picture, PictureType } from './picture.ts'
import { isPng, rebuildPng } from './png.ts'
import { isWebp, rebuildWebp } from './webp.ts'

export type ImageRefusal =
  | Extract<ProblemCode, 'unsupported_media_type' | 'too_large'>
  | Extract<IssueCode, 'malformed_image' | 'too_many_pixels'>

export type ImageRefused = { outcome: 'refused'; code: ImageRefusal }
export type Sanitized = { outcome: 'clean'; type: PictureType; picture: Picture } | ImageRefused

type Format = {
  type: PictureType
  matches: (bytes: Uint8Array) => boolean
  rebuild: (bytes: Uint8Array) => Picture | null
}

const formats: readonly Format[] = [
  { type: 'image/png', matches: isPng, rebuild: rebuildPng },
  { type: 'image/jpeg', matches: isJpeg, rebuild: rebuildJpeg },
  { type: 'image/webp', matches: isWebp, rebuild: rebuildWebp },
]

const refused = (code: ImageRefusal): ImageRefused => ({ outcome: 'refused', code })

/**
 * A PNG, JPEG or WebP, still or animated, without anything that its pixels do not need. Never throws; time and memory
 * are linear in the number of bytes.
 */
export function sanitizeImage(bytes: Uint8Array): Sanitized {
  if (bytes.length > limits.fileBytes) return refused('too_large')
  const format = formats.find(({ matches }) => matches(bytes))
  if (!format) return refused('unsupported_media_type')
  const picture = format.rebuild(bytes)
  if (!picture) return refused('malformed_image')
  if (picture.width * picture.height > limits.filePixels) return refused('too_many_pixels')
  return { outcome: 'clean', type: format.type, picture }
}
