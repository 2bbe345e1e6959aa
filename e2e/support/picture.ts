// A picture as a browser would paste it, made here so that no file has to be kept.
import { crc32, deflateSync } from 'node:zlib'

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A PNG of `width` × `height` pixels in soft stripes. */
export function makePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  const row = (y: number) => Buffer.from([0, ...Array.from({ length: width }, () => stripe(y)).flat()])
  const pixels = Buffer.concat(Array.from({ length: height }, (_, y) => row(y)))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...parts])
}

const stripe = (y: number) => (Math.floor(y / 12) % 2 ? [240, 244, 250] : [214, 224, 245])

export const screenshotPng = makePng(320, 200)
