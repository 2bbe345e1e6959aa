// The size of one WebP image by its bitstream: lossy (RFC 6386, section 9.1) or lossless (RFC 9649, section 3.4).
import { latin1, viewOf } from './bytes.ts'
import type { Size } from './picture.ts'

/** Null if the data does not begin as such a bitstream must. */
export const sizeOfBitstream = (type: string, data: Uint8Array): Size | null =>
  type === 'VP8L' ? losslessSize(data) : lossySize(data)

function lossySize(data: Uint8Array): Size | null {
  if (data.length < 10 || latin1(data, 3, 3) !== '\x9d\x01\x2a') return null
  const view = viewOf(data)
  const isInterFrame = view.getUint8(0) & 1
  const [width, height] = [view.getUint16(6, true) & 0x3fff, view.getUint16(8, true) & 0x3fff]
  return isInterFrame || width === 0 || height === 0 ? null : { width, height }
}

function losslessSize(data: Uint8Array): Size | null {
  if (data.length < 5 || data[0] !== 0x2f) return null
  const bits = viewOf(data).getUint32(1, true)
  const version = bits >>> 29
  return version === 0 ? { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 } : null
}
