// Bytes as text: the mark at their beginning, what they say of themselves, UTF-8, and at last the old encodings of
// Russian and Ukrainian texts, told by which of them makes words.
import { SourceError } from '../source.ts'

/**
 * The text of a file or an answer, without its mark and without NUL, which no database keeps. `named` is the encoding
 * that the answer's header tells. Throws `SourceError` for what is no text.
 */
export function decodeText(bytes: Uint8Array, named?: string): string {
  const encoding = marked(bytes) ?? named ?? declared(bytes)
  const text = encoding === undefined ? guessed(bytes) : decoderFor(encoding).decode(bytes)
  return text.replaceAll('\0', '\uFFFD')
}

/** By the byte order mark. */
function marked([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined
}

const charset = /charset\s*=\s*["']?([\w-]+)/iu

/** By `<meta charset>` or an XML declaration near the beginning. */
function declared(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2_048))
  const xml = /^<\?xml[^>]*encoding=["']([\w-]+)/iu.exec(head)?.[1]
  return xml ?? charset.exec(/<meta[^>]{1,200}charset[^>]{1,100}>/iu.exec(head)?.[0] ?? '')?.[1]
}

/** The encoding that a content type names. */
export const encodingOf = (contentType: string): string | undefined => charset.exec(contentType)?.[1]

function decoderFor(label: string) {
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder()
  }
}

const old = ['windows-1251', 'koi8-u', 'ibm866']

function guessed(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (isBinary(text)) throw new SourceError('not text')
    return text
  } catch (error) {
    if (error instanceof SourceError) throw error
  }
  if (isBinary(new TextDecoder('latin1').decode(bytes.subarray(0, 4_096)))) throw new SourceError('not text')
  const [best] = old
    .map((encoding) => new TextDecoder(encoding).decode(bytes))
    .map((text) => ({ text, worth: wordlike(text.slice(0, 20_000)) }))
    .toSorted((a, b) => b.worth - a.worth)
  if (!best || best.worth < 0.5) throw new SourceError('not UTF-8, nor a known encoding of text')
  return best.text
}

/** Controls that no text has. A lone NUL is a mishap, many are something else. */
const isBinary = (text: string) => Array.from(text.slice(0, 4_096)).filter(isControl).length > 8

const isControl = (letter: string) => letter < '\t' || (letter > '\r' && letter < '\u001B')

/** Which share of the letters beyond ASCII stands as words do: small letters after letters, common ones among them. */
function wordlike(text: string): number {
  const foreign = text.match(/[^\0-\x7f]/gu)?.length ?? 0
  if (foreign === 0) return 0
  const common = text.match(/[оеаинтсрвлкіОЕАИНТСРВЛКІ]/gu)?.length ?? 0
  const small =
    text
      .match(/(?<![\p{Ll}])\p{L}\p{Ll}+(?!\p{Lu})/gu)
      ?.join('')
      .match(/[а-яёіїєґ]/giu)?.length ?? 0
  return (Math.min(1, common / foreign / 0.5) + small / foreign) / 2
}
