import * as z from 'zod/mini'
import { createIndexBuilder } from './build-index.ts'
import { createByteReader, createByteWriter } from './index/bytes.ts'
import type { ByteReader, ByteWriter } from './index/bytes.ts'
import { derive } from './index/derive.ts'
import type { Postings } from './index/postings.ts'
import type { SearchIndex } from './index/search-index.ts'
import type { StoredIndex } from './index/stored-index.ts'
import { Lexicon } from './lexicon/lexicon.ts'
import type { SearchDocument } from './search-document.ts'

/** Raised whenever the analysis or the layout changes: an index of another format is rebuilt, not read. */
const FORMAT = 6
const MAGIC = 'bilet-search'

const IndexedArticle = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string(),
  lang: z.string(),
  section: z.exactOptional(z.string()),
  translations: z.exactOptional(z.array(z.string())),
  headings: z.array(z.string()),
})
const Described = z.object({ articles: z.array(IndexedArticle), lexicon: Lexicon })

/**
 * An index in two parts, to be kept together: what is searched, and the texts that excerpts are cut from. Neither is
 * compressed: the caller may gzip both.
 */
export type Snapshot = { index: Uint8Array; texts: Uint8Array }

export function toSnapshot({ stored }: Pick<SearchIndex, 'stored'>): Snapshot {
  const texts = createTextsWriter()
  stored.bodies.forEach((body, article) => texts.add(stored.articles[article]?.id ?? '', body))
  texts.end()
  return { index: writeIndex(stored, texts.fingerprint()), texts: texts.take() }
}

/** A snapshot as it is written: `texts` piece by piece, and `index`, to be asked for once they were all taken. */
export type SnapshotParts = {
  texts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  index: () => Uint8Array
}

export const toParts = ({ texts, index }: Snapshot): SnapshotParts => ({ texts: [texts], index: () => index })

/** Indexes articles as they come, and holds the text of none: a library may be larger than memory. */
export function snapshotOf(documents: AsyncIterable<SearchDocument>, lexicon: Lexicon): SnapshotParts {
  const builder = createIndexBuilder(lexicon)
  const writer = createTextsWriter()
  async function* texts() {
    for await (const document of documents) {
      builder.add(document)
      writer.add(document.id, document.body)
      yield writer.take()
    }
    writer.end()
    yield writer.take()
  }
  return { texts: texts(), index: () => writeIndex(builder.finish(), writer.fingerprint()) }
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
    if (!hasHeader(indexReader) || !hasHeader(textReader)) return undefined
    const fingerprint = indexReader.number()
    const stored = readIndex(indexReader)
    const bodies = stored.articles.map(textReader.text)
    return textReader.number() === fingerprint ? { ...stored, bodies } : undefined
  } catch {
    return undefined
  }
}

type IndexPart = Omit<StoredIndex, 'bodies'>

function writeIndex({ articles, lexicon, terms, postings, pieces }: IndexPart, fingerprint: number): Uint8Array {
  const writer = createByteWriter()
  writeHeader(writer)
  writer.number(fingerprint)
  writer.text(JSON.stringify({ articles, lexicon }))
  writer.text(terms.join('\n'))
  writer.numbers(differences(postings.offsets))
  writeGaps(writer, postings)
  writer.numbers(postings.counts)
  writer.numbers(differences(pieces.article))
  writer.numbers(pieces.kind)
  writer.numbers(pieces.start)
  writer.numbers(pieces.end.map((end, piece) => end - (pieces.start[piece] ?? 0)))
  writer.numbers(pieces.section.map((section) => section + 1))
  writer.numbers(pieces.length)
  return writer.take()
}

function readIndex(reader: ByteReader): IndexPart {
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
  return { articles, lexicon, terms, postings, pieces: { article, kind, start, end, section, length } }
}

/** Bodies, then the fingerprint of all, so that the first need not wait for the last. */
function createTextsWriter() {
  const writer = createByteWriter()
  writeHeader(writer)
  let hash = 0x811c9dc5
  return {
    add(id: string, body: string): void {
      hash = hashed(hashed(hash, id), body)
      writer.text(body)
    },
    end: () => writer.number(hash >>> 0),
    take: writer.take,
    /** Of all that was added: tells whether the two parts come from one build. */
    fingerprint: () => hash >>> 0,
  }
}

/** FNV-1a. */
function hashed(before: number, text: string): number {
  let hash = before
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

function writeHeader(writer: ByteWriter): void {
  writer.text(MAGIC)
  writer.number(FORMAT)
}

const hasHeader = (reader: ByteReader): boolean => reader.text() === MAGIC && reader.number() === FORMAT

const differences = (rising: ArrayLike<number>): number[] =>
  Array.from(rising, (value, at) => value - (at === 0 ? 0 : (rising[at - 1] ?? 0)))

function sums(steps: Uint32Array): Uint32Array {
  let sum = 0
  return steps.map((step) => (sum += step))
}

/** Within a term's list each piece is written as its distance from the one before. */
function writeGaps(writer: ByteWriter, { offsets, pieces }: Postings): void {
  writer.number(pieces.length)
  for (let term = 0; term + 1 < offsets.length; term++) {
    let before = 0
    for (let at = offsets[term] ?? 0; at < (offsets[term + 1] ?? 0); at++) {
      const piece = pieces[at] ?? 0
      writer.number(piece - before)
      before = piece
    }
  }
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
