import { createHash } from 'node:crypto'
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { articlePictures } from '@bilet/shared/article'
import { sanitizeImage } from '../../../attachments/image/sanitize-image.ts'
import { pictureEndings } from '../source.ts'
import type { ImportedPicture } from '../source.ts'
import { decode } from '../tree/addresses.ts'

const mostBytes = 10_000_000

/**
 * Pictures that lie in the folder, cleaned as uploads are: undefined for what is not there, lies outside, or is none
 * that the desk serves. Each file is read once.
 */
export function createPictures(root: string) {
  const home = realpathSync(root)
  const known = new Map<string, ImportedPicture | undefined>()
  const read = (path: string): ImportedPicture | undefined => {
    try {
      const file = realpathSync(join(root, path))
      if (relative(home, file).split(sep).includes('..') || statSync(file).size > mostBytes) return undefined
      const cleaned = sanitizeImage(readFileSync(file))
      if (cleaned.outcome === 'refused') return undefined
      const { bytes } = cleaned.picture
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return { src: `${articlePictures}${sha256}.${pictureEndings[cleaned.type]}`, bytes: () => readAgain(file) }
    } catch {
      return undefined
    }
  }
  return (pathname: string): ImportedPicture | undefined => {
    const path = decode(pathname).replace(/^\/+/u, '')
    if (!known.has(path)) known.set(path, read(path))
    return known.get(path)
  }
}

/** Thousands of pictures are not held in memory until they are stored. */
function readAgain(file: string): Uint8Array {
  const cleaned = sanitizeImage(readFileSync(file))
  return cleaned.outcome === 'clean' ? cleaned.picture.bytes : new Uint8Array()
}
