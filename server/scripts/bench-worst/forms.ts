// The worst forms that we know to upload: each about as large as a form may be.
import { deflateSync } from 'node:zlib'
import { apngOf, pngChunk, pngHeader, pngOf, webpFrames } from '../../src/attachments/image/test-pictures.ts'
import type { WorstBody } from './worst-body.ts'

const size = 9_900_000
const [width, height] = [5_000, 4_000]
const end = pngChunk('IEND')

const partOf = (boundary: string, name: string, body: Uint8Array | string) =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
    Buffer.from(body),
    Buffer.from('\r\n'),
  ])

const formOf = (file: Uint8Array, boundary = 'x', name = 'a.png') =>
  new Uint8Array(Buffer.concat([partOf(boundary, name, file), Buffer.from(`--${boundary}--\r\n`)]))

const dashes = '-'.repeat(69)
const endless = (piece: string) => Buffer.alloc(size, piece)
/** As many bytes as the pixels need, of which a file can hold only blanks. */
const blank = (bytesOfPixel: number) => deflateSync(Buffer.alloc((width * bytesOfPixel + 1) * height))
const still = (header: Uint8Array, data: Uint8Array) => pngOf(header, pngChunk('IDAT', data), end)
const pieces = Array.from({ length: 49_000 }, () => pngChunk('IDAT', 'x'.repeat(190)))

/** By what they are; with a boundary where it is made for the file. */
const forms: [name: string, body: Uint8Array<ArrayBuffer>, boundary?: string][] = [
  ['a picture of stored noise', formOf(still(pngHeader(width, height), deflateSync(noise(), { level: 0 })))],
  ['a picture that unpacks to 80 MB', formOf(still(pngHeader(width, height), blank(4)))],
  ['a picture that unpacks to 160 MB', formOf(still(pngHeader(width, height, 16), blank(8)))],
  ['a picture in 49,000 pieces', formOf(pngOf(pngHeader(width, height), ...pieces, end))],
  ['a thousand frames', formOf(apngOf(1_000))],
  ['a WebP of a hundred thousand frames', formOf(webpFrames(100_000))],
  ['line ends', formOf(endless('\r\n'), `${dashes}x`), `${dashes}x`],
  ['ends of a boundary of dashes', formOf(endless(`\r\n--${dashes}`), `${dashes}x`), `${dashes}x`],
  ['dashes under a boundary of dashes', formOf(endless('-'), `${dashes}x`), `${dashes}x`],
  ['a file name of ten megabytes', formOf(new Uint8Array(1), 'x', 'n'.repeat(size))],
  ['85,000 parts', new Uint8Array(Buffer.concat(Array.from({ length: 85_000 }, () => partOf('x', 'a', 'a'))))],
]

/** Bytes that no packing makes fewer. */
function noise(): Uint8Array {
  let state = 1
  return Uint8Array.from({ length: size }, () => (state = (state * 48_271) % 2_147_483_647) & 0xff)
}

export const worstForms = (): WorstBody[] =>
  (['/v1/attachments', '/v1/staff/attachments'] as const).flatMap((path) =>
    forms.map(([name, body, boundary = 'x']) => ({
      name,
      method: 'POST',
      path,
      who: path === '/v1/attachments' ? 'owner' : 'staff',
      body,
      type: `multipart/form-data; boundary=${boundary}`,
    })),
  )
