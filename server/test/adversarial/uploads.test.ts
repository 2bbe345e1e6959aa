// Forms and pictures from strangers.
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limits } from '@bilet/shared/limits'
import {
  animationControl,
  apngOf,
  frameControl,
  frameData,
  png,
  pngChunk,
  pngHeader,
  pngOf,
  webpFrames,
} from '../../src/attachments/image/test-pictures.ts'
import { createHttpScan } from '../../src/attachments/http-scan.ts'
import { createScan } from '../../src/attachments/scan.ts'
import type { Scan } from '../../src/attachments/scan.ts'
import { createReading } from '../../src/node/reading.ts'
import { openTestScanner } from '../support/test-scanner.ts'
import { createTestApp, owner, staffToken } from '../support/test-app.ts'
import type { TestApp } from '../support/test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await createTestApp()
})
afterAll(() => test.close())

const boundary = 'xXx'
const joined = (parts: (string | Uint8Array)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))))
const bytesOf = (...parts: (string | Uint8Array)[]) => joined(parts)

const partOf = (name: string, file: string, bytes: string | Uint8Array) =>
  bytesOf(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${file}"\r\n\r\n`, bytes, '\r\n')
const formOf = (...parts: Uint8Array[]) => bytesOf(...parts, `--${boundary}--\r\n`)

async function upload(body: Uint8Array<ArrayBuffer>, type = `multipart/form-data; boundary=${boundary}`) {
  const response = await test.app.request('/v1/attachments', {
    method: 'POST',
    headers: { Authorization: `Bearer ${await test.tokenFor()}`, 'Content-Type': type },
    body,
  })
  return { status: response.status, body: (await response.json()) as { code?: string; name?: string } }
}

const repeated = (part: Uint8Array, count: number) =>
  joined([...Array.from({ length: count }, () => part), `--${boundary}--\r\n`])

describe('a form', () => {
  it('of one picture is taken', async () => {
    expect(await upload(formOf(partOf('file', 'снимок.png', png())))).toMatchObject({
      status: 201,
      body: { name: 'снимок.png' },
    })
  })

  it.each([
    ['eighty-five thousand parts', () => repeated(partOf('a', '', ''), 85_000)],
    ['a thousand and one parts', () => repeated(partOf('file', 'a.png', ''), 1_001)],
    ['a name of ten million letters', () => formOf(partOf('file', 'n'.repeat(9_900_000), png()))],
    ['a header without an end', () => bytesOf(`--${boundary}\r\nContent-Disposition: form-data; name="file`)],
    ['a boundary that is nowhere in it', () => bytesOf('nothing of the kind')],
    ['nothing in it', () => new Uint8Array(0)],
  ])('of %s is refused before it is parsed', async (_case, form) => {
    expect(await upload(form())).toMatchObject({ status: 400, body: { code: 'malformed_multipart' } })
  })

  it.each([
    ['multipart/form-data'],
    ['multipart/form-data; boundary='],
    [`multipart/form-data; boundary=${'b'.repeat(71)}`],
  ])('that says %s is refused', async (type) => {
    expect((await upload(formOf(partOf('file', 'a.png', png())), type)).status).toBeGreaterThanOrEqual(400)
  })

  it.each([
    ['../../etc/passwd.png', 'passwd.png'],
    ['a\u202egnp.exe', 'agnp.exe.png'],
    [`${'я'.repeat(500)}.png`, `${'я'.repeat(116)}.png`],
    ['con\u0000.png', 'con.png'],
  ])('names its file %j', async (given, kept) => {
    expect((await upload(formOf(partOf('file', given, png())))).body.name).toBe(kept)
  })
})

describe('a picture', () => {
  it.each([
    ['whose image data is no zlib stream', 'PK\u0003\u0004 a file of another kind'],
    ['whose image data is empty', ''],
  ])('%s is refused', async (_case, data) => {
    const made = pngOf(pngHeader(8, 6), pngChunk('IDAT', data), pngChunk('IEND'))
    expect(await upload(formOf(partOf('file', 'a.png', made)))).toMatchObject({
      status: 422,
      body: { code: 'malformed_image' },
    })
  })

  const pixels = deflateSync(new Uint8Array(6 * 33))
  const still = (data: Uint8Array) => pngOf(pngHeader(8, 6), pngChunk('IDAT', data), pngChunk('IEND'))
  const moving = (data: Uint8Array) => apngOf(2, 8, data)
  const holding = [
    ['image data', still],
    ['a frame', moving],
  ] as const

  it.each(holding)('with %s of its pixels is taken', async (_where, made) => {
    expect((await upload(formOf(partOf('file', 'a.png', made(pixels))))).status).toBe(201)
  })

  it.each(
    holding.flatMap(
      ([where, made]) =>
        [
          [`whose ${where} is one byte more than its pixels`, made(deflateSync(new Uint8Array(6 * 33 + 1)))],
          [`whose ${where} is followed by a file`, made(bytesOf(pixels, 'PK'))],
          [`whose ${where} is cut short`, made(pixels.subarray(0, -1))],
          [`whose ${where} is no zlib stream`, made(bytesOf('PK'))],
        ] as const,
    ),
  )('%s is refused', async (_case, made) => {
    expect(await upload(formOf(partOf('file', 'a.png', made)))).toMatchObject({
      status: 422,
      body: { code: 'malformed_image' },
    })
  })

  const frames = (count: number, ...parts: Uint8Array[]) =>
    pngOf(
      pngHeader(8, 6),
      animationControl(count),
      frameControl(0),
      pngChunk('IDAT', pixels),
      ...parts,
      pngChunk('IEND'),
    )
  const wide = [0, 1, 2, 3, 4, 5].flatMap((at) => [
    frameControl(at === 0 ? 0 : 2 * at - 1, 5_000, 4_000),
    at === 0 ? pngChunk('IDAT', pixels) : frameData(2 * at, pixels),
  ])

  it.each([
    ['with a frame that is announced and never comes', frames(2, frameControl(1))],
    ['with a frame that comes unannounced', frames(1, frameData(1, pixels))],
    ['of a thousand and one frames', apngOf(1_001)],
    [
      'whose frames cover more than a hundred megapixels',
      pngOf(pngHeader(5_000, 4_000), animationControl(6), ...wide, pngChunk('IEND')),
    ],
    ['in WebP, of a thousand and one frames', webpFrames(1_001)],
    ['in WebP, whose frames cover more than a hundred megapixels', webpFrames(6, 5_000, 4_000)],
  ])('%s is refused', async (_case, made) => {
    expect(await upload(formOf(partOf('file', 'a', made)))).toMatchObject({
      status: 422,
      body: { code: 'malformed_image' },
    })
  })

  it.each([
    ['of a thousand frames', apngOf(1_000)],
    ['in WebP, of a thousand frames', webpFrames(1_000)],
    ['in WebP, whose frames cover a hundred megapixels', webpFrames(5, 5_000, 4_000)],
  ])('%s is taken', async (_case, made) => {
    expect((await upload(formOf(partOf('file', 'a', made)))).status).toBe(201)
  })
})

describe('a scanner', () => {
  const eicar = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`
  /** As clamdscan ends: 1 where it finds what it looks for in its standard input. */
  const standIn = `${process.execPath} -e process.stdin.on('data',d=>(t+=d.toString('latin1'))).on('end',()=>process.exit(/EICAR/.test(t)?1:0));var/**/t=''`
  const put = async (scan: Scan, bytes: Uint8Array<ArrayBuffer>) => {
    const scanned = await createTestApp({ scan })
    try {
      return await scanned.deps.attachments.put(bytes, 'a.png', { requesterId: 'anna', shop: 's1' })
    } finally {
      await scanned.close()
    }
  }

  const infected = new Uint8Array(png({ before: [pngChunk('tEXt', eicar)] }))
  const clean = new Uint8Array(png())

  let scanner: Awaited<ReturnType<typeof openTestScanner>>
  beforeAll(async () => void (scanner = await openTestScanner()))
  afterAll(() => scanner.close())

  it.each([
    ['a command', () => createScan(standIn)],
    ['HTTP', () => createHttpScan(scanner.url)],
  ])('by %s keeps out what it finds, and lets the rest in', async (_by, open) => {
    const scan = open()
    expect(await put(scan, infected)).toEqual({ outcome: 'refused', code: 'infected' })
    expect(await put(scan, clean)).toMatchObject({ outcome: 'stored' })
  })

  it.each([
    ['is not there', () => createScan('no-such-scanner'), /no-such-scanner/],
    ['breaks off', () => createScan(`${process.execPath} -e process.exit(2)`), /ended with 2/],
    ['nobody answers for', () => createHttpScan('http://127.0.0.1:9/scan'), /fetch failed|bad port/],
    ['answers something else', () => createHttpScan(scanner.elsewhere), /answered 404/],
    ['leads elsewhere', () => createHttpScan(scanner.moved), /answered 302/],
  ])('that %s lets nothing in', async (_case, open, reason) => {
    await expect(put(open(), clean)).rejects.toMatchObject({
      kind: 'unavailable',
      cause: { message: expect.stringMatching(reason) },
    })
  })
})

it('an owner may store so many bytes in a day', async () => {
  const bounded = await createTestApp({ limits: { ownerUploadBytes: 1_000 } })
  const send = async () => {
    const body = formOf(partOf('file', 'a.png', png()))
    const response = await bounded.app.request('/v1/attachments', {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${await bounded.tokenFor()}`,
        'Content-Type': `multipart/form-data; boundary=${boundary}`,
        'Content-Length': String(body.length),
      },
      body,
    })
    return { status: response.status, policy: response.headers.get('RateLimit-Policy') }
  }
  expect((await send()).status).toBe(201)
  const sizes = await Promise.all([send(), send(), send(), send()])
  expect(sizes.at(-1)).toEqual({ status: 429, policy: '"ownerUploadBytes";q=1000;w=86400' })
  await bounded.close()
})

it('one who sends forty pictures at once keeps nobody else out', async () => {
  const { readers, stop } = createReading(() => {})
  const desk = await createTestApp({ readers })
  const send = async (token: string, path = '/v1/attachments') => {
    const body = formOf(partOf('file', 'a.png', png()))
    const headers = {
      Authorization: `Bearer ${token}`,
      'Content-Type': `multipart/form-data; boundary=${boundary}`,
      'Content-Length': String(body.length),
    }
    return (await desk.app.request(path, { method: 'POST', headers, body })).status
  }
  try {
    const mine = await desk.tokenFor()
    const greedy = Array.from({ length: 40 }, () => send(mine))
    const others = [send(await desk.tokenFor({ ...owner, userId: 'u2' })), send(staffToken, '/v1/staff/attachments')]
    expect(await Promise.all(others)).toEqual([201, 201])
    const statuses = await Promise.all(greedy)
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThanOrEqual(limits.attachments)
    expect(new Set(statuses)).toEqual(new Set([201, 429]))
    expect(await send(mine)).toBe(201)
  } finally {
    await desk.close()
    await stop()
  }
})
