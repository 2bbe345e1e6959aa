// Pictures of 8 by 6 pixels and ways to load them with what must not get through. JPEG and WebP are what real encoders
// made (libjpeg-turbo, libwebp); PNG is made here.
import { crc32, deflateSync } from 'node:zlib'

/** Longer than one byte can count, so that no single slip of a length could swallow it whole. */
export const secret = 'SECRET PLACE '.repeat(40)

const fromBase64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
const join = (...parts: (Uint8Array | string)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))))
const uint32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const uint16le = (value: number) => Uint8Array.of(value & 0xff, value >> 8)
const uint32le = (value: number) => uint32(value).toReversed()

// PNG

const pngSignature = '\x89PNG\r\n\x1a\n'

export function pngChunk(type: string, data: Uint8Array | string = ''): Uint8Array {
  const body = join(type, data)
  return join(uint32(body.length - 4), body, uint32(crc32(body)))
}

export const pngHeader = (width: number, height: number, depth = 8) =>
  pngChunk('IHDR', join(uint32(width), uint32(height), Uint8Array.of(depth, 6, 0, 0, 0)))

const scanlines = Uint8Array.from({ length: 6 * (1 + 8 * 4) }, (_, i) => (i % 33 === 0 ? 0 : i))
const imageData = deflateSync(scanlines)

export const pngOf = (...chunks: Uint8Array[]) => join(pngSignature, ...chunks)

/** A PNG of the size with the chunks between header and image data. The data is of 8 by 6 pixels, whatever is claimed. */
export const png = ({ width = 8, height = 6, before = [] as Uint8Array[] } = {}) =>
  pngOf(pngHeader(width, height), ...before, pngChunk('IDAT', imageData), pngChunk('IEND'))

/** Announces an animation of so many frames. */
export const animationControl = (frames: number) => pngChunk('acTL', join(uint32(frames), uint32(0)))
export const frameControl = (sequence: number, width = 8, height = 6) =>
  pngChunk('fcTL', join(uint32(sequence), uint32(width), uint32(height), new Uint8Array(14)))
export const frameData = (sequence: number, data: Uint8Array | string = imageData) =>
  pngChunk('fdAT', join(uint32(sequence), data))

/** So many frames, of which the first is the picture itself; `width` and `data` are those of the last. */
export const apngOf = (frames: number, width = 8, data: Uint8Array | string = imageData) =>
  pngOf(
    pngHeader(8, 6),
    animationControl(frames),
    frameControl(0),
    pngChunk('IDAT', imageData),
    ...Array.from({ length: frames - 1 }, (_, at) => {
      const isLast = at === frames - 2
      return join(frameControl(2 * at + 1, isLast ? width : 8), frameData(2 * at + 2, isLast ? data : imageData))
    }),
    pngChunk('IEND'),
  )
export const apng = (width = 8, data?: Uint8Array | string) => apngOf(2, width, data)

// JPEG

export const baseline = fromBase64(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAGAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAaEAEAAQUAAAAAAAAAAAAAAAAAAQIEBREx/8QAFQEBAQAAAAAAAAAAAAAAAAAAAQL/xAAaEQACAgMAAAAAAAAAAAAAAAABAgADERIx/9oADAMBAAIRAxEAPwCba4yidcATWAy5MKbX07P/2Q==',
)
export const progressive = fromBase64(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wgARCAAGAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUAQEAAAAAAAAAAAAAAAAAAAAB/9oADAMBAAIQAxAAAAGYB//EABYQAAMAAAAAAAAAAAAAAAAAAAACA//aAAgBAQABBQJZn//EABcRAAMBAAAAAAAAAAAAAAAAAAABAhH/2gAIAQMBAT8Binh//8QAFxEAAwEAAAAAAAAAAAAAAAAAAAECIf/aAAgBAgEBPwGdR//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEABj8Cf//EABUQAQEAAAAAAAAAAAAAAAAAAAAB/9oACAEBAAE/IZv/2gAMAwEAAgADAAAAEAf/xAAVEQEBAAAAAAAAAAAAAAAAAAAAQf/aAAgBAwEBPxCu/8QAFhEBAQEAAAAAAAAAAAAAAAAAAQAR/9oACAECAQE/EAaN/8QAFxAAAwEAAAAAAAAAAAAAAAAAAAERMf/aAAgBAQABPxBuYf/Z',
)

export function segment(marker: number, data: Uint8Array | string): Uint8Array {
  const length = data.length + 2
  return join(Uint8Array.of(0xff, marker, length >> 8, length & 0xff), data)
}

/** The JPEG with segments after its own JFIF header. */
export const withSegments = (jpeg: Uint8Array, ...segments: Uint8Array[]) =>
  join(jpeg.subarray(0, 20), ...segments, jpeg.subarray(20))

/** A JPEG whose only scan comes this many times. */
export function manyScans(count: number): Uint8Array {
  const start = Buffer.from(baseline).lastIndexOf('\xff\xda', undefined, 'latin1')
  const scans = Array.from({ length: count }, () => baseline.subarray(start, -2))
  return join(baseline.subarray(0, start), ...scans, '\xff\xd9')
}

// WebP

export const lossy = fromBase64(
  'UklGRkAAAABXRUJQVlA4IDQAAADQAQCdASoIAAYAAsBMJaACdAEOusnJAAD+9uOEvTXdArjs8YWXlkxK/4mkF88QPx5UAAAA',
)
export const lossless = fromBase64(
  'UklGRkAAAABXRUJQVlA4TDMAAAAvB0ABELkyRPQ/dlH86H9AQds2jJGUP9BdBkNhIG3b0LY/AoEkz/n2nACSFqVF6Qio/wAA',
)
export const alpha = fromBase64(
  'UklGRmwAAABXRUJQVlA4WAoAAAAQAAAABwAABQAAQUxQSBIAAAABD/Ct/4iIABBEn/8kExH9DwFWUDggNAAAANABAJ0BKggABgACwEwloAJ0AQ66yckAAP7244S9Nd0CuOzxhZf5Tlyf/yRa3stnB17YAAA=',
)
export const animated = fromBase64(
  'UklGRgABAABXRUJQVlA4WAoAAAACAAAABwAABQAAQU5JTQYAAAAAAAAAAABBTk1GZgAAAAAAAAAAAAcAAAUAAFAAAAJWUDggTgAAAFABAJ0BKggABgACwEwloAAEdAAA/tXX8T/2n/8psf+XPi7f/5Sl/vir/puvxuvyColRGGgvPBZaB3n8/y6iqdqKef0WKwI6Afp2igAAAEFOTUZmAAAAAAAAAAAABwAABQAAUAAAAFZQOCBOAAAAVAEAnQEqCAAGAAAATCWwAAWMAAD+q7+xf8d/+U2P/Lnxdv/8pS/3xV/03X43X5B5+1XjD7PB42rhBAEYEyl+COP/iaVSvrFbNs+x2AAA',
)

export const webpChunk = (type: string, data: Uint8Array | string) =>
  join(type, uint32le(data.length), data, data.length % 2 === 1 ? '\0' : '')

export const webp = (...chunks: Uint8Array[]) => {
  const body = join('WEBP', ...chunks)
  return join('RIFF', uint32le(body.length), body)
}

/** The header of the extended form. */
export const extended = (flags: number, width = 8) =>
  webpChunk('VP8X', Uint8Array.of(flags, 0, 0, 0, width - 1, 0, 0, 5, 0, 0))

/** The WebP in the extended form with more chunks at its end. */
export function withChunks(picture: Uint8Array, ...chunks: Uint8Array[]): Uint8Array {
  const isExtended = Buffer.from(picture).includes('VP8X')
  const flags = (isExtended ? (picture[20] ?? 0) : 0) | 0x0c
  return webp(extended(flags), picture.subarray(isExtended ? 30 : 12), ...chunks)
}

/** One animation of so many frames on a canvas as wide, each as large as it; what is drawn is the same as in `lossy`. */
export function webpFrames(frames: number, width = 8, height = 6): Uint8Array {
  const uint24le = (value: number) => uint32le(value).subarray(0, 3)
  const bitstream = lossy.slice(20)
  bitstream.set(join(uint16le(width), uint16le(height)), 6)
  const size = join(uint24le(width - 1), uint24le(height - 1))
  const frame = webpChunk('ANMF', join(new Uint8Array(6), size, new Uint8Array(4), webpChunk('VP8 ', bitstream)))
  return webp(
    webpChunk('VP8X', join(uint32le(2), size)),
    webpChunk('ANIM', new Uint8Array(6)),
    Buffer.alloc(frames * frame.length, frame),
  )
}

// What must not get through

const exifEntry = (tag: number, type: number, count: number, value: Uint8Array) =>
  join(uint16le(tag), uint16le(type), uint32le(count), value)

/** Exif as a camera writes it: orientation, and where it was taken. */
export function exif(orientation: number): Uint8Array {
  const place = exifEntry(0x010f, 2, secret.length, uint32le(38))
  const turn = exifEntry(0x0112, 3, 1, uint32le(orientation))
  return join('II*\0', uint32le(8), uint16le(2), place, turn, uint32le(0), secret)
}

export const pngWithMetadata = png({
  before: [
    pngChunk('tEXt', `Comment\0${secret}`),
    pngChunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${secret}`),
    pngChunk('eXIf', exif(1)),
    pngChunk('tIME', '\x07\xe9\x01\x01\x01\x01\x01'),
    pngChunk('prVt', secret),
    pngChunk('gAMA', secret),
  ],
})

const jpegMetadata = [
  segment(0xe0, `JFXX\0\x10${secret}`),
  segment(0xe1, join('Exif\0\0', exif(1))),
  segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${secret}`),
  segment(0xe2, `MPF\0${secret}`),
  segment(0xed, `Photoshop 3.0\0${secret}`),
  segment(0xee, `Adobe\0\x64\0\0\0\0\x01${secret}`),
  segment(0xfe, secret),
]

const webpMetadata = [webpChunk('EXIF', exif(1)), webpChunk('XMP ', secret), webpChunk('prVt', secret)]

/** The first frame of the animation, with a chunk that has no business in it. */
const loadedFrame = webpChunk('ANMF', join(animated.subarray(52, 154), webpChunk('prVt', secret)))
const loadedAnimation = webp(animated.subarray(12, 44), loadedFrame, animated.subarray(154))

export const plainPictures: [name: string, bytes: Uint8Array][] = [
  ['PNG', png()],
  ['animated PNG', apng()],
  ['JPEG', baseline],
  ['progressive JPEG', progressive],
  ['lossy WebP', lossy],
  ['lossless WebP', lossless],
  ['WebP with alpha', alpha],
  ['animated WebP', animated],
]

export const loadedPictures: [name: string, bytes: Uint8Array][] = [
  ['PNG', pngWithMetadata],
  ['JPEG', withSegments(baseline, ...jpegMetadata)],
  ['progressive JPEG', withSegments(progressive, ...jpegMetadata)],
  ['lossy WebP', withChunks(lossy, ...webpMetadata)],
  ['lossless WebP', withChunks(lossless, ...webpMetadata)],
  ['WebP with alpha', withChunks(alpha, ...webpMetadata)],
  ['animated WebP', withChunks(loadedAnimation, ...webpMetadata)],
]
