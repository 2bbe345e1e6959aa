import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limits } from '@bilet/shared/limits'
import { sanitizeImage } from './sanitize-image.ts'
import * as made from './test-pictures.ts'

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const codeOf = (bytes: Uint8Array) => {
  const result = sanitizeImage(bytes)
  return result.outcome === 'refused' ? result.code : result.outcome
}
const cleaned = (bytes: Uint8Array) => {
  const result = sanitizeImage(bytes)
  if (result.outcome === 'refused') throw new Error(result.code)
  return { type: result.type, ...result.picture }
}

describe('a picture', () => {
  test.each(made.plainPictures)('that holds only pixels passes as it is: %s', (name, bytes) => {
    const type = `image/${name
      .split(' ')
      .find((word) => /^(PNG|JPEG|WebP)$/.test(word))
      ?.toLowerCase()}`
    expect(cleaned(bytes)).toEqual({ type, width: 8, height: 6, bytes })
  })

  test.each(made.loadedPictures)('loses place, camera, comments and thumbnails: %s', (_name, bytes) => {
    expect(latin1(bytes)).toContain('SECRET')
    const clean = cleaned(bytes)
    expect(latin1(clean.bytes)).not.toContain('SECRET')
    expect(cleaned(clean.bytes)).toEqual(clean)
    expect(clean).toMatchObject({ width: 8, height: 6 })
  })

  test.each(made.plainPictures)('loses whatever follows its end: %s', (_name, bytes) => {
    const polyglot = Buffer.concat([bytes, Buffer.from('PK\x03\x04<script>alert(1)</script>')])
    expect(cleaned(polyglot).bytes).toEqual(bytes)
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('stays the right way up: orientation %i', (orientation) => {
    const exif = Buffer.from(made.exif(orientation))
    const jpeg = cleaned(made.withSegments(made.baseline, made.segment(0xe1, `Exif\0\0${latin1(exif)}`)))
    const png = cleaned(made.png({ before: [made.pngChunk('eXIf', exif)] }))
    const shown = orientation >= 5 ? { width: 6, height: 8 } : { width: 8, height: 6 }
    for (const picture of [jpeg, png]) {
      expect(picture).toMatchObject(shown)
      expect(latin1(picture.bytes)).not.toContain('SECRET')
      const kept = Buffer.from(picture.bytes).includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation]))
      expect(kept).toBe(orientation !== 1)
    }
  })

  test('keeps its colours, gamma and transparency, and no profile, which may hold anything', () => {
    const before = [
      made.pngChunk('iCCP', 'profile\0\0data'),
      made.pngChunk('tRNS', '\0\0'),
      made.pngChunk('cICP', '1234'),
    ]
    expect(latin1(cleaned(made.png({ before })).bytes)).toMatch(/^(?!.*iCCP).*tRNS.*cICP/s)
    const profile = made.segment(0xe2, 'ICC_PROFILE\0\x01\x01data')
    expect(latin1(cleaned(made.withSegments(made.baseline, profile)).bytes)).not.toContain('ICC_PROFILE')
    const colourful = made.webp(made.extended(0x20), made.webpChunk('ICCP', 'data'), made.lossy.subarray(12))
    const plain = latin1(cleaned(colourful).bytes)
    expect(plain).not.toContain('ICCP')
    expect(plain.charCodeAt(20) & 0x20).toBe(0)
  })
})

describe('what is no picture, or no whole one', () => {
  test.each([
    ['nothing', ''],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a GIF', 'GIF89a\x01\0\x01\0\0\0\0;'],
    ['a program', 'MZ\x90\0'],
    ['a sound', 'RIFF\x24\0\0\0WAVEfmt '],
  ])('is not taken: %s', (_name, text) => {
    expect(codeOf(Buffer.from(text, 'latin1'))).toBe('unsupported_media_type')
  })

  test.each(made.plainPictures)('is refused wherever it was cut: %s', (_name, bytes) => {
    const cuts = Array.from({ length: bytes.length - 1 }, (_, length) => codeOf(bytes.slice(0, length)))
    expect(cuts).not.toContain('clean')
    expect(cuts.at(-1)).toBe('malformed_image')
  })

  test.each([
    ['a PNG damaged on its way', made.png().with(60, 0)],
    ['a PNG without pixels', made.pngOf(made.pngHeader(8, 6), made.pngChunk('IEND'))],
    ['a PNG of no height', made.png({ height: 0 })],
    [
      'a PNG with image data in two places',
      made.pngOf(
        made.pngHeader(8, 6),
        made.pngChunk('IDAT', 'a'),
        made.pngChunk('tIME'),
        made.pngChunk('IDAT', 'b'),
        made.pngChunk('IEND'),
      ),
    ],
    ['a PNG with a part that readers must understand and cannot', made.png({ before: [made.pngChunk('NEWx')] })],
    ['a PNG with a frame beyond its edge', made.apng(9)],
    [
      'a JPEG of a kind that browsers do not show',
      Buffer.from(latin1(made.baseline).replace('\xff\xc0', '\xff\xc9'), 'latin1'),
    ],
    ['a JPEG whose tables are something else', made.withSegments(made.baseline, made.segment(0xdb, made.secret))],
    ['a JPEG that would take a minute to draw', made.manyScans(101)],
    ['a WebP whose header claims another size', made.webp(made.extended(0, 9), made.lossy.subarray(12))],
    ['a WebP with two pictures', made.webp(made.extended(0), made.lossy.subarray(12), made.lossy.subarray(12))],
    ['a WebP without one', made.webp(made.extended(0), made.webpChunk('EXIF', made.secret))],
  ])('is refused: %s', (_name, bytes) => {
    expect(codeOf(bytes)).toBe('malformed_image')
  })

  test('a JPEG with as many scans as encoders make is fine', () => {
    expect(codeOf(made.manyScans(100))).toBe('clean')
  })
})

const pngOfBytes = (size: number) =>
  made.png({ before: [made.pngChunk('prVt', new Uint8Array(size - made.png().length - 12))] })

describe('limits', () => {
  test('20 megapixels are taken, one column more is not', () => {
    expect(codeOf(made.png({ width: 5_000, height: 4_000 }))).toBe('clean')
    expect(codeOf(made.png({ width: 5_001, height: 4_000 }))).toBe('too_many_pixels')
    expect(codeOf(made.png({ width: 0xffffffff, height: 0xffffffff }))).toBe('too_many_pixels')
  })

  test('10 MB are taken, one byte more is not', () => {
    expect(codeOf(pngOfBytes(limits.fileBytes))).toBe('clean')
    expect(codeOf(pngOfBytes(limits.fileBytes + 1))).toBe('too_large')
  })

  test.each([
    ['PNG', made.png().slice(0, 33), made.pngChunk('prVt')],
    ['JPEG', made.baseline.slice(0, 20), made.segment(0xfe, '')],
    [
      'WebP',
      Buffer.concat([Buffer.from('RIFF\xf8\xff\x9f\0WEBP', 'latin1'), made.extended(0)]),
      made.webpChunk('prVt', ''),
    ],
  ])('10 MB of the smallest parts cost no more than a picture: %s', (_name, start, part) => {
    const bytes = Buffer.alloc(limits.fileBytes, part)
    bytes.set(start)
    const heapBefore = process.memoryUsage().heapUsed
    expect(codeOf(bytes)).toBe('malformed_image')
    expect(process.memoryUsage().heapUsed - heapBefore).toBeLessThan(64 * 1024 * 1024)
  })
})

type Mutation = { at: number; remove: number; insert: Uint8Array }

function mutate(bytes: Uint8Array, { at, remove, insert }: Mutation): Uint8Array {
  const from = at % bytes.length
  return Buffer.concat([bytes.subarray(0, from), insert, bytes.subarray(from + remove)])
}

describe('whatever comes', () => {
  const pictures = [...made.plainPictures, ...made.loadedPictures].map(([, bytes]) => bytes)
  const mutation = fc.record({
    at: fc.nat(),
    remove: fc.nat(4),
    insert: fc.uint8Array({ maxLength: 4 }),
  })

  test('a damaged picture is refused or clean: nothing thrown, no metadata, the same when cleaned again', () => {
    const damaged = fc
      .tuple(fc.constantFrom(...pictures), fc.array(mutation, { minLength: 1, maxLength: 3 }))
      .map(([bytes, mutations]) => mutations.reduce(mutate, bytes))
    fc.assert(
      fc.property(damaged, (bytes) => {
        const result = sanitizeImage(bytes)
        if (result.outcome === 'refused') return
        expect(latin1(result.picture.bytes)).not.toContain('SECRET')
        expect(sanitizeImage(result.picture.bytes)).toEqual(result)
      }),
      { numRuns: 5_000 },
    )
  })

  test('random bytes behind a real beginning are never thrown at anyone', () => {
    const beginnings = fc.constantFrom(...pictures.map((bytes) => bytes.subarray(0, 33)), new Uint8Array())
    fc.assert(
      fc.property(beginnings, fc.uint8Array({ maxLength: 400 }), (beginning, rest) => {
        expect(['clean', 'malformed_image', 'unsupported_media_type', 'too_many_pixels']).toContain(
          codeOf(Buffer.concat([beginning, rest])),
        )
      }),
      { numRuns: 2_000 },
    )
  })
})
