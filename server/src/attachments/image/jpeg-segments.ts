// JPEG (ITU-T T.81, annex B) as a list of marker segments.
import { maxPieces, viewOf } from './bytes.ts'
import type { Part } from './bytes.ts'

/** `data` is what follows the length; `scan` the entropy-coded data that follows a start of scan. */
export type Segment = { marker: number; data: Uint8Array; scan?: Uint8Array }

export const startOfScan = 0xda
const endOfImage = 0xd9

const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7

/** Segments between start and end of image; what follows the end is not read. Null if the file ends early or has too many. */
export function readSegments(bytes: Uint8Array): Segment[] | null {
  const view = viewOf(bytes)
  const segments: Segment[] = []
  for (let at = 2; ;) {
    if (bytes[at] !== 0xff || segments.length === maxPieces) return null
    at = skipFill(bytes, at)
    const marker = bytes[at++]
    if (marker === endOfImage) return segments
    if (marker === undefined || marker < 0xc0 || isRestart(marker) || at + 2 > bytes.length) return null
    const end = at + view.getUint16(at)
    if (end < at + 2 || end > bytes.length) return null
    const segment = { marker, data: bytes.subarray(at + 2, end) }
    at = marker === startOfScan ? endOfScan(bytes, end) : end
    segments.push(marker === startOfScan ? { ...segment, scan: bytes.subarray(end, at) } : segment)
  }
}

/** A marker may be preceded by any number of 0xFF. */
function skipFill(bytes: Uint8Array, from: number): number {
  let at = from
  while (bytes[at] === 0xff) at++
  return at
}

/** Where entropy-coded data ends: at a marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1;) {
    const after = skipFill(bytes, at)
    const code = bytes[after]
    if (code === undefined) break
    if (code !== 0 && !isRestart(code)) return at
    at = bytes.indexOf(0xff, after)
  }
  return bytes.length
}

/** The segment as it stands in a file. */
export function toParts({ marker, data, scan }: Segment): Part[] {
  const length = data.length + 2
  return [[0xff, marker, length >> 8, length & 0xff], data, ...(scan ? [scan] : [])]
}
