// The parts of a multipart form (RFC 7578), in one pass over its bytes: the time is that of the bytes, whatever a stranger
// made of them, and no byte is copied. The platform's own takes seconds for a form of many parts, or for a boundary and a
// file that are made for each other.
import { digestBytes } from '../util/digest.ts'

export type Part = {
  name: string
  /** Undefined for a field that is no file. */
  fileName: string | undefined
  body: Uint8Array<ArrayBuffer>
}

/** A part and the SHA-256 of its body, in hex. */
export type DigestedPart = Part & { sha256: string }
/** How a form is read where that takes long; its bytes are given away. */
export type ReadForm = (bytes: Uint8Array<ArrayBuffer>, boundary: string) => Promise<DigestedPart[] | null>

export const readForm: ReadForm = async (bytes, boundary) => {
  const parts = readParts(bytes, boundary)
  return parts && Promise.all(parts.map(async (part) => ({ ...part, sha256: await digestBytes(part.body) })))
}

const mostParts = 20
const longestHeader = 8 * 1024

const [tab, lineFeed, carriageReturn, space, dash] = [9, 10, 13, 32, 45]

const toBytes = (text: string) => new TextEncoder().encode(text)
const blankLine = toBytes('\r\n\r\n')

/** The boundary that a content type names: 1 to 70 characters, of which none ends a line. */
export function boundaryOf(contentType: string): string | undefined {
  const [, quoted, bare] = /;\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70})(?=\s*(?:;|$)))/i.exec(contentType) ?? []
  return quoted ?? bare
}

/** The parts in their order; null for what is no such form, has more than twenty of them or a header of over 8 KB. */
export function readParts(bytes: Uint8Array<ArrayBuffer>, boundary: string): Part[] | null {
  const delimiter = toBytes(`\r\n--${boundary}`)
  const parts: Part[] = []
  // The first one may stand at the very beginning, where no line ends before it.
  let at = holds(bytes, 0, delimiter.subarray(2)) ? delimiter.length - 2 : after(bytes, delimiter, 0)
  for (;;) {
    if (at === -1) return null
    if (bytes[at] === dash && bytes[at + 1] === dash) return parts
    while (bytes[at] === space || bytes[at] === tab) at++
    if (bytes[at] !== carriageReturn || parts.length === mostParts) return null
    const body = after(bytes.subarray(0, at + longestHeader), blankLine, at)
    const next = body === -1 ? -1 : after(bytes, delimiter, body)
    const part = next === -1 ? null : toPart(bytes.subarray(at, body), bytes.subarray(body, next - delimiter.length))
    if (!part) return null
    parts.push(part)
    at = next
  }
}

/**
 * Where these bytes end, looked for from an offset on; −1 where they are not. They begin with a line end, so that of two
 * neighbours one need be looked at, and hold no other, so that no byte is compared twice.
 */
function after(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  for (let at = from + 1; at < bytes.length; at += 2) {
    const byte = bytes[at]
    const start = byte === lineFeed ? at - 1 : byte === carriageReturn ? at : -1
    if (start !== -1 && holds(bytes, start, wanted)) return start + wanted.length
  }
  return -1
}

function holds(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let offset = 0; offset < wanted.length; offset++) if (bytes[at + offset] !== wanted[offset]) return false
  return true
}

function toPart(header: Uint8Array, body: Uint8Array<ArrayBuffer>): Part | null {
  const lines = new TextDecoder().decode(header).split('\r\n')
  const disposition = lines.find((line) => /^content-disposition:[ \t]*form-data[ \t]*;/i.test(line)) ?? ''
  const parameters = new Map(
    Array.from(
      disposition.matchAll(/;[ \t]*([\w*-]+)=(?:"([^"]*)"|([^\s;"]+))/g),
      ([, key = '', quoted, bare = '']) => [key.toLowerCase(), quoted === undefined ? bare : fromQuotes(quoted)],
    ),
  )
  const name = parameters.get('name')
  return name === undefined ? null : { name, fileName: parameters.get('filename'), body }
}

/** As browsers write names: what would end them is `%22`, `%0D` and `%0A`, all else stands for itself. */
const fromQuotes = (text: string) => text.replaceAll(/%(?:22|0D|0A)/gi, decodeURIComponent)
