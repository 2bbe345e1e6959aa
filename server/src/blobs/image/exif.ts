// The one fact of Exif that pixels need: which way up they are. Everything else (place, time, camera, thumbnail) goes.
import { concat, latin1, startsWith, viewOf } from './bytes.ts'
import type { Bytes } from './bytes.ts'

const identifier = 'Exif\0\0'
const orientationTag = 0x0112
const short = 3
const entryLength = 12

/** As stored: rows top to bottom, columns left to right. Also the answer for Exif that cannot be read. */
export const upright = 1

export const isExif = (payload: Uint8Array) => startsWith(payload, identifier)

/** Orientation 1–8 (TIFF 6.0, tag 274) of an Exif payload. */
export function readOrientation(payload: Uint8Array): number {
  const tiff = payload.subarray(identifier.length)
  const isLittle = latin1(tiff, 0, 4) === 'II*\0'
  if (tiff.length < 10 || !(isLittle || latin1(tiff, 0, 4) === 'MM\0*')) return upright
  const view = viewOf(tiff)
  const directory = view.getUint32(4, isLittle)
  if (directory + 2 > tiff.length) return upright
  const first = directory + 2
  const entries = Math.min(view.getUint16(directory, isLittle), Math.floor((tiff.length - first) / entryLength))
  for (let at = first; at < first + entries * entryLength; at += entryLength) {
    if (view.getUint16(at, isLittle) !== orientationTag || view.getUint16(at + 2, isLittle) !== short) continue
    const orientation = view.getUint16(at + 8, isLittle)
    return orientation >= 1 && orientation <= 8 ? orientation : upright
  }
  return upright
}

/** An Exif payload that says the orientation and nothing else. */
export function orientationOnly(orientation: number): Bytes {
  const header = [0, 0, 0, 8, 0, 1]
  const entry = [orientationTag >> 8, orientationTag & 0xff, 0, short, 0, 0, 0, 1, 0, orientation, 0, 0]
  return concat([identifier, 'MM\0*', header, entry, [0, 0, 0, 0]])
}

/** Whether the picture lies on its side as stored, so that its width is shown as height. */
export const isOnItsSide = (orientation: number) => orientation >= 5
