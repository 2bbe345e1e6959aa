// The one fact of Exif that pixels need: which way up they are. Everything else (place, time, camera, thumbnail) goes.
import { concat, latin1, viewOf } from './bytes.ts'
import type { Bytes } from './bytes.ts'
import type { Size } from './picture.ts'

const orientationTag = 0x0112
const short = 3
const entryLength = 12

/** As stored: rows top to bottom, columns left to right. Also the answer for Exif that cannot be read. */
export const upright = 1

/** Orientation 1–8 (tag 274) of Exif data, which is a TIFF 6.0 file. */
export function readOrientation(tiff: Uint8Array): number {
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

/** Exif data that says the orientation and nothing else. */
export function orientationOnly(orientation: number): Bytes {
  const header = [0, 0, 0, 8, 0, 1]
  const entry = [orientationTag >> 8, orientationTag & 0xff, 0, short, 0, 0, 0, 1, 0, orientation, 0, 0]
  return concat(['MM\0*', header, entry, [0, 0, 0, 0]])
}

/** The size as shown: from 5 on the picture is stored lying on its side. */
export const turned = ({ width, height }: Size, orientation: number): Size =>
  orientation >= 5 ? { width: height, height: width } : { width, height }
