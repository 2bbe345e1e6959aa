// Names of files from strangers, made fit to show and to save under.
import type { PictureType } from './image/picture.ts'

/** In Unicode code points, the ending included. */
const maxLength = 120

const endings: Record<PictureType, readonly [string, ...string[]]> = {
  'image/png': ['.png', '.apng'],
  'image/jpeg': ['.jpg', '.jpeg', '.jpe', '.jfif'],
  'image/webp': ['.webp'],
}
const pictureEnding = new RegExp(`(${Object.values(endings).flat().join('|').replaceAll('.', '\\.')})$`, 'i')

/** Controls, direction marks and other invisible characters, lone surrogates, line and paragraph separators. */
const unseen = /[\p{Cc}\p{Cf}\p{Surrogate}\p{Zl}\p{Zp}]/gu

/**
 * The name without folders and invisible characters, at most 120 characters, with an ending that fits the picture's
 * type: a wrong picture ending is replaced, any other kept before the right one, so `bill.exe` shows as `bill.exe.png`.
 */
export function safeFileName(name: string, type: PictureType): string {
  const base = name.slice(1 + Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')))
  const clean = base.normalize('NFC').replace(unseen, '').replace(/\s+/gu, ' ')
  const given = pictureEnding.exec(clean)?.[0] ?? ''
  const ending = endings[type].includes(given.toLowerCase()) ? given : endings[type][0]
  const stem = Array.from(clean.slice(0, clean.length - given.length))
    .slice(0, maxLength - ending.length)
    .join('')
  return (stem.replace(/^[. ]+|[. ]+$/g, '') || 'picture') + ending
}

/**
 * A Content-Disposition that saves under the name (RFC 6266): ASCII for old clients, UTF-8 (RFC 8187) for the others.
 * Any text is safe in it.
 */
export function contentDisposition(name: string): string {
  const ascii = name.replace(/[^ -~]|["\\%]/gu, '_')
  const encoded = encodeURIComponent(name.replace(/\p{Surrogate}/gu, '�')).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
