// Keeps the segments of a JPEG that its pixels need. Exif shrinks to the orientation, JFIF loses its thumbnail; comments,
// XMP, IPTC, maker notes and everything unknown are dropped.
import { concat, startsWith, viewOf } from './bytes.ts'
import { orientationOnly, readOrientation, turned, upright } from './exif.ts'
import { readSegments, startOfScan, toParts } from './jpeg-segments.ts'
import type { Segment } from './jpeg-segments.ts'
import type { Picture } from './picture.ts'

export const isJpeg = (bytes: Uint8Array) => startsWith(bytes, '\xff\xd8\xff')

const exifIdentifier = 'Exif\0\0'

const app0 = 0xe0
const app1 = 0xe1
const app14 = 0xee
const comment = 0xfe

/** A real encoder makes about ten; a decoder visits every pixel for each. */
const maxScans = 100

/** Tables, one frame, tables, scans with tables between. */
const order = new RegExp(`^t*ft*s(t*s){0,${maxScans - 1}}t*$`)

/** The picture with nothing but its pixels; null if the structure is broken or of a kind that browsers do not show. */
export function rebuildJpeg(bytes: Uint8Array): Picture | null {
  const segments = readSegments(bytes)
  if (!segments) return null
  const coded = segments.filter(({ marker }) => !isApplication(marker))
  const frame = coded.find(({ marker }) => isFrame(marker))
  if (!frame || !order.test(coded.map(letterOf).join(''))) return null
  const orientation = orientationOf(segments)
  const kept = [...header(segments, orientation), ...segments.flatMap(keep)]
  const [height, width] = [viewOf(frame.data).getUint16(1), viewOf(frame.data).getUint16(3)]
  return {
    ...turned({ width, height }, orientation),
    bytes: concat(['\xff\xd8', ...kept.flatMap(toParts), '\xff\xd9']),
  }
}

const isApplication = (marker: number) => (marker & 0xf0) === app0 || marker === comment

/** Baseline, extended sequential, progressive: what browsers decode. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xc2

/** A letter for each segment that is what its marker says, `x` for the others. */
function letterOf({ marker, data, scan }: Segment): string {
  if (isFrame(marker)) return isFrameHeader(data) ? 'f' : 'x'
  if (marker === startOfScan) return isScanHeader(data) && scan?.length ? 's' : 'x'
  return tables[marker]?.(data) ? 't' : 'x'
}

function isFrameHeader(data: Uint8Array): boolean {
  const [precision, h1, h2, w1, w2, components = 0] = data
  const isSized = Boolean((h1 || h2) && (w1 || w2))
  return precision === 8 && isSized && [1, 3, 4].includes(components) && data.length === 6 + 3 * components
}

const isScanHeader = (data: Uint8Array) => {
  const [components = 0] = data
  return components >= 1 && components <= 4 && data.length === 4 + 2 * components
}

/** Markers of tables and whether the data is such a table: nothing else may hide under their names. */
const tables: Record<number, (data: Uint8Array) => boolean> = {
  0xc4: (data) => holdsTables(data, (at) => 17 + data.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0)),
  0xdb: (data) => holdsTables(data, (at) => ((data[at] ?? 0) >> 4 ? 129 : 65)),
  0xdd: (data) => data.length === 2,
}

function holdsTables(data: Uint8Array, lengthAt: (at: number) => number): boolean {
  let at = 0
  while (at < data.length) at += lengthAt(at)
  return at === data.length && at > 0
}

function orientationOf(segments: readonly Segment[]): number {
  const exif = segments.find(({ marker, data }) => marker === app1 && startsWith(data, exifIdentifier))
  return exif ? readOrientation(exif.data.subarray(exifIdentifier.length)) : upright
}

/** JFIF without its thumbnail, then the orientation where it matters. */
function header(segments: readonly Segment[], orientation: number): Segment[] {
  const jfif = segments.find(({ marker, data }) => marker === app0 && startsWith(data, 'JFIF\0') && data.length >= 14)
  return [
    ...(jfif ? [{ marker: app0, data: concat([jfif.data.subarray(0, 12), [0, 0]]) }] : []),
    ...(orientation === upright
      ? []
      : [{ marker: app1, data: concat([exifIdentifier, orientationOnly(orientation)]) }]),
  ]
}

/** Adobe's colour transform by its twelve bytes, coded data as it is. */
function keep(segment: Segment): Segment[] {
  const { marker, data } = segment
  if (!isApplication(marker)) return [segment]
  if (marker === app14 && startsWith(data, 'Adobe') && data.length >= 12)
    return [{ marker, data: data.subarray(0, 12) }]
  return []
}
