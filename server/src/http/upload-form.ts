// The one file of a multipart form (RFC 7578). What the form is made of is looked at before a parser is let near it: one
// is as slow as there are parts, and names may be as long as files.
import type { Context } from 'hono'
import { createFinder } from '../util/find-bytes.ts'
import { Refusal } from './problem.ts'

const mostParts = 20
const longestHeader = 8 * 1024

const dash = 45

const toBytes = (text: string) => new TextEncoder().encode(text)
const findBlankLine = createFinder(toBytes('\r\n\r\n'))

/** Whether the form has few parts and short headers. Delimiters stand at the beginning of a line. */
function isModest(bytes: Uint8Array, boundary: string): boolean {
  const [first, delimiter] = [toBytes(`--${boundary}`), toBytes(`\n--${boundary}`)]
  const find = createFinder(delimiter)
  const afterNext = (from: number) => {
    const at = find(bytes, from)
    return at === -1 ? -1 : at + delimiter.length
  }
  let after = first.every((byte, index) => bytes[index] === byte) ? first.length : afterNext(0)
  for (let parts = 0; after !== -1; parts++) {
    if (bytes[after] === dash) return true
    if (parts === mostParts) return false
    const blank = findBlankLine(bytes.subarray(after, after + longestHeader), 0)
    if (blank === -1) return false
    after = afterNext(after + blank)
  }
  return false
}

/** The file of a form whose only field is `file`; throws the refusal of anything else. */
export async function fileOf(c: Context): Promise<File> {
  const type = c.req.header('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new Refusal('unsupported_media_type')
  const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(type)
  const form = await formOf(c, boundary?.[1] ?? boundary?.[2], type)
  const unknown = [...form.keys()].filter((name) => name !== 'file')
  if (unknown.length > 0)
    throw new Refusal('invalid_body', { issues: unknown.map((path) => ({ path, code: 'unknown_field' })) })
  const [file, ...more] = form.getAll('file')
  if (!(file instanceof File) || more.length > 0)
    throw new Refusal('invalid_body', { issues: [{ path: 'file', code: 'one_file_required' }] })
  return file
}

const malformed = () => {
  throw new Refusal('malformed_multipart')
}

async function formOf(c: Context, boundary: string | undefined, type: string): Promise<FormData> {
  const bytes = await c.req.arrayBuffer().catch(malformed)
  if (boundary === undefined || !isModest(new Uint8Array(bytes), boundary)) return malformed()
  return new Response(bytes, { headers: { 'Content-Type': type } }).formData().catch(malformed)
}
