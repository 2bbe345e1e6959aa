import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { growthOf, proportional } from '../../test/support/growth.ts'
import { boundaryOf, readParts } from './multipart.ts'

const bytesOf = (...parts: (string | Uint8Array)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))))
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString()
const head = 'Content-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n'
const read = (form: string, boundary = 'b') =>
  readParts(bytesOf(form), boundary)?.map(({ name, fileName, body }) => [name, fileName, textOf(body)]) ?? null

describe('a form', () => {
  it('that the platform makes is read as it was made', async () => {
    const form = new FormData()
    form.set('note', 'раз\r\nдва')
    form.set('file', new File(['\r\n--\r\n'], 'снимок "1";\r\n name="x".png'))
    const made = new Request('http://localhost', { method: 'POST', body: form })
    const boundary = boundaryOf(made.headers.get('content-type') ?? '') ?? ''
    expect(read(await made.text(), boundary)).toEqual([
      ['note', undefined, 'раз\r\nдва'],
      ['file', 'снимок "1";\r\n name="x".png', '\r\n--\r\n'],
    ])
  })

  it.each([
    ['as clients send it', `--b\r\n${head}x\r\n--b--\r\n`, 'x'],
    ['without a last line end', `--b\r\n${head}x\r\n--b--`, 'x'],
    ['with words before and after it', `Hello\r\n--b\r\n${head}x\r\n--b--\r\nBye\r\n--b\r\n`, 'x'],
    ['with blanks behind its boundary', `--b \t\r\n${head}x\r\n--b--`, 'x'],
    ['with nothing in it', `--b\r\n${head}\r\n--b--`, ''],
    ['with what looks like its boundary', `--b\r\n${head}\r\n-\r\n--\r\r\n\n--b\r\n--b--`, '\r\n-\r\n--\r\r\n\n--b'],
  ])('%s is read', (_case, form, body) => {
    expect(read(form)).toEqual([['file', 'a.png', body]])
  })

  it.each([
    ['without an end', `--b\r\n${head}x\r\n--b\r\n`],
    ['cut within a boundary', `--b\r\n${head}x\r\n--`],
    ['of a header alone', `--b\r\n${head}`],
    ['whose part has no name', '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--'],
    ['whose boundary goes on', `--b\r\n${head}x\r\n--bc\r\n--b--`],
    ['with a header of over 8 KB', `--b\r\nX: ${'x'.repeat(8_200)}\r\n${head}x\r\n--b--`],
    ['of twenty-one parts', `${`--b\r\n${head}x\r\n`.repeat(21)}--b--`],
  ])('%s is none', (_case, form) => {
    expect(read(form)).toBeNull()
  })

  it('of twenty parts is one', () => {
    expect(read(`${`--b\r\n${head}x\r\n`.repeat(20)}--b--`)).toHaveLength(20)
  })

  it('gives back whatever bytes lie in it, and never throws', () => {
    const near = fc.array(fc.constantFrom('\r', '\n', '-', 'c', '\r\n--', '\r\n--a'), { maxLength: 40 })
    fc.assert(
      fc.property(near, (pieces) => {
        const body = pieces.join('')
        expect(read(`--ab\r\n${head}${body}\r\n--ab--`, 'ab')?.[0]?.[2]).toBe(body)
        expect(() => read(body, 'ab')).not.toThrow()
      }),
    )
  })

  const dashes = '-'.repeat(69)
  it.each([
    ['line ends', '\r\n', 'b'],
    ['dashes', '-', `${dashes}x`],
    ['ends of its boundary', `\r\n--${dashes}`, `${dashes}x`],
    ['parts', `--b\r\n${head}x\r\n`, 'b'],
  ])('takes time as it has bytes: %s', (_case, piece, boundary) => {
    const growth = growthOf(
      (size) => readParts(bytesOf(`--${boundary}\r\n${head}`, Buffer.alloc(size, piece)), boundary),
      500_000,
    )
    expect(growth).toBeLessThan(proportional)
  })
})

describe('a boundary', () => {
  it.each([
    ['multipart/form-data; boundary=abc', 'abc'],
    ['multipart/form-data; charset=utf-8; Boundary="a b;c"', 'a b;c'],
    ['multipart/form-data; boundary=abc; charset=utf-8', 'abc'],
    [`multipart/form-data; boundary=${'b'.repeat(70)}`, 'b'.repeat(70)],
    [`multipart/form-data; boundary=${'b'.repeat(71)}`, undefined],
    ['multipart/form-data; boundary=', undefined],
    ['multipart/form-data; boundary=""', undefined],
    ['multipart/form-data', undefined],
  ])('of %s is %s', (type, boundary) => {
    expect(boundaryOf(type)).toBe(boundary)
  })
})
