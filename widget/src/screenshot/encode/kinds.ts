// What kind of file it is, by its first bytes: names and types lie, and some systems give neither.

export type Kind = 'png' | 'jpeg' | 'webp' | 'heic' | 'other'

/** How many bytes tell it, and whether it moves. */
export const headBytes = 4096

const marks: [Kind, RegExp][] = [
  ['png', /^\u0089PNG\r\n/],
  ['jpeg', /^\xFF\xD8\xFF/],
  ['webp', /^RIFF[^]{4}WEBP/],
  ['heic', /^[^]{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/],
]

/** Bytes as text of one character a byte. */
const toText = (head: Uint8Array) => Array.from(head, (byte) => String.fromCharCode(byte)).join('')

/** The kind by the first `headBytes`, and whether it is a moving picture, which no canvas keeps. */
export function readKind(head: Uint8Array): { kind: Kind; isMoving: boolean } {
  const text = toText(head)
  const kind = marks.find(([, mark]) => mark.test(text))?.[0] ?? 'other'
  const isMoving = (kind === 'png' && text.includes('acTL')) || (kind === 'webp' && text.slice(0, 64).includes('ANIM'))
  return { kind, isMoving }
}
