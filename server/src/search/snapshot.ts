import * as z from 'zod/mini'
import { createByteReader, createByteWriter } from './index/bytes.ts'
import type { ByteReader } from './index/bytes.ts'
import { derive } from './index/derive.ts'
import type { Postings } from './index/postings.ts'
import type { SearchIndex, StoredIndex } from './index/search-index.ts'
import { Lexicon } from './lexicon/lexicon.ts'

/** Raised whenever the analysis or the layout changes: an index of another format is rebuilt, not read. */
const FORMAT = 3
const MAGIC = 'bilet-search'

const IndexedArticle = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string(),
  lang: z.string(),
  section: z.exactOptional(z.string()),
  headings: z.array(z.string()),
})
const Described = z.object({ articles: z.array(IndexedArticle), lexicon: Lexicon })

/**
 * An index in two parts, to be kept together: what is searched, and the texts that excerpts are cut from. Neither is
 * compressed: the caller may gzip both.
 */
export type Snapshot = { index: Uint8Array; texts: Uint8Array }

export function toSnapshot({ stored }: Pick<SearchIndex, 'stored'>): Snapshot {
  const fingerprint = fingerprintOf(stored)
  return { index: writeIndex(stored, fingerprint), texts: writeTexts(stored.bodies, fingerprint) }
}

/** Undefined for a snapshot of another format, one cut short, or two parts that do not belong together. */
export function fromSnapshot(snapshot: Snapshot): SearchIndex | undefined {
  const stored = readSnapshot(snapshot)
  return stored && derive(stored)
}

/** The same without what is worked out from it, which takes most of the time: enough to tell whether it can be read. */
export function readSnapshot({ index, texts }: Snapshot): StoredIndex | undefined {
  try {
    const indexReader = createByteReader(index)
    const textReader = createByteReader(texts)
    const fingerprint = readHeader(indexReader)
    if (fingerprint === undefined || readHeader(textReader) !== fingerprint) return undefined
    return readIndex(indexReader, Array.from({ length: textReader.number() }, textReader.text))
  } catch {
    return undefined
  }
}

function writeIndex({ articles, lexicon, terms, postings, pieces }: StoredIndex, fingerprint: number): Uint8Array {
  const writer = createByteWriter()
  writeHeader(writer, fingerprint)
  writer.text(JSON.stringify({ articles, lexicon }))
  writer.text(terms.join('\n'))
  writer.numbers(differences(postings.offsets))
  writer.numbers(gaps(postings))
  writer.numbers(postings.counts)
  writer.numbers(differences(pieces.article))
  writer.numbers(pieces.kind)
  writer.numbers(pieces.start)
  writer.numbers(pieces.end.map((end, piece) => end - (pieces.start[piece] ?? 0)))
  writer.numbers(pieces.section.map((section) => section + 1))
  writer.numbers(pieces.length)
  return writer.finish()
}

function readIndex(reader: ByteReader, bodies: string[]): StoredIndex {
  const { articles, lexicon } = Described.parse(JSON.parse(reader.text()))
  const terms = reader
    .text()
    .split('\n')
    .filter((term) => term !== '')
  const offsets = sums(reader.numbers())
  const postings = { offsets, pieces: fromGaps(offsets, reader.numbers()), counts: Uint8Array.from(reader.numbers()) }
  const article = Int32Array.from(sums(reader.numbers()))
  const kind = Int32Array.from(reader.numbers())
  const start = Int32Array.from(reader.numbers())
  const end = Int32Array.from(reader.numbers(), (length, piece) => length + (start[piece] ?? 0))
  const section = Int32Array.from(reader.numbers(), (value) => value - 1)
  const length = Int32Array.from(reader.numbers())
  return { articles, bodies, lexicon, terms, postings, pieces: { article, kind, start, end, section, length } }
}

function writeTexts(bodies: readonly string[], fingerprint: number): Uint8Array {
  const writer = createByteWriter()
  writeHeader(writer, fingerprint)
  writer.number(bodies.length)
  for (const body of bodies) writer.text(body)
  return writer.finish()
}

function writeHeader(writer: ReturnType<typeof createByteWriter>, fingerprint: number): void {
  writer.text(MAGIC)
  writer.number(FORMAT)
  writer.number(fingerprint)
}

function readHeader(reader: ByteReader): number | undefined {
  return reader.text() === MAGIC && reader.number() === FORMAT ? reader.number() : undefined
}

/** FNV-1a over ids and bodies: tells whether the two parts come from one build. */
function fingerprintOf({ articles, bodies }: StoredIndex): number {
  let hash = 0x811c9dc5
  for (const text of [...articles.map(({ id }) => id), ...bodies]) {
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return hash >>> 0
}

const differences = (rising: ArrayLike<number>): number[] =>
  Array.from(rising, (value, at) => value - (at === 0 ? 0 : (rising[at - 1] ?? 0)))

function sums(steps: Uint32Array): Uint32Array {
  let sum = 0
  return steps.map((step) => (sum += step))
}

/** Within a term's list each piece is written as its distance from the one before. */
function gaps({ offsets, pieces }: Postings): Uint32Array {
  const written = pieces.slice()
  for (let term = 0; term + 1 < offsets.length; term++) {
    for (let at = (offsets[term] ?? 0) + 1; at < (offsets[term + 1] ?? 0); at++) {
      written[at] = (pieces[at] ?? 0) - (pieces[at - 1] ?? 0)
    }
  }
  return written
}

function fromGaps(offsets: Uint32Array, written: Uint32Array): Uint32Array {
  const pieces = written
  for (let term = 0; term + 1 < offsets.length; term++) {
    for (let at = (offsets[term] ?? 0) + 1; at < (offsets[term + 1] ?? 0); at++) {
      pieces[at] = (pieces[at] ?? 0) + (pieces[at - 1] ?? 0)
    }
  }
  return pieces
}
