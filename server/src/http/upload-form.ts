// The one file of a multipart form (RFC 7578). What the form is made of is looked at before a parser is let near it: one
// is as slow as there are parts, and names may be as long as files.
import type { Context } from 'hono'
import { createFinder } from '../util/find-bytes.ts'
import { Refusal } from './problem.ts'

const mostParts = 20
const longestHeader = 8 * 1024

const lineFeed = 10
const dash = 45

const toBytes = (text: string) => new TextEncoder().encode(text)
const findBlankLine = createFinder(toBytes('\r\n\r\n'))

/** Whether the form has few parts and short headers. */
function isModest(bytes: Uint8Array, boundary: string): boolean {
  const delimiter = toBytes(`--${boundary}`)
  const findDelimiter = createFinder(delimiter)
  let at = findDelimiter(bytes, 0)
  for (let parts = 0; at !== -1; parts++) {
    const after = at + delimiter.length
    if (bytes[after] === dash) return true
    if (parts === mostParts) return false
    const blank = findBlankLine(bytes.subarray(after, after + longestHeader), 0)
    if (blank === -1) return false
    // Delimiters stand at the beginning of a line: what looks like one within a file is none.
    do at = findDelimiter(bytes, at === -1 ? 0 : Math.max(at + 1, after + blank))
    while (at !== -1 && bytes[at - 1] !== lineFeed)
  }
  return true
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
