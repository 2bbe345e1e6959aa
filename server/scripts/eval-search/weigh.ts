import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { buildIndex } from '../../src/articles/search/build-index.ts'
import type { SearchIndex } from '../../src/articles/search/index/search-index.ts'
import type { SearchDocument } from '../../src/articles/search/search-document.ts'
import { fromSnapshot, toSnapshot } from '../../src/articles/search/snapshot.ts'
import { shippedTuning } from '../../src/articles/search/tuning.ts'
import { searchOf } from './engines/bilet.ts'
import { percentile } from './measures.ts'
import type { JudgedQuery } from './read-sets.ts'
import { askAll } from './run.ts'
import { kb, ms } from './table.ts'

/** Size and load time of an index's snapshot, and the memory that it takes. */
export function weighLine(index: SearchIndex): string {
  const snapshot = toSnapshot(index)
  const before = usedMemory()
  const started = performance.now()
  const loaded = fromSnapshot(snapshot)
  const load = performance.now() - started
  const memory = usedMemory() - before
  const terms = loaded?.terms.length ?? 0
  return [
    `snapshot ${kb(gzipSync(snapshot.index).length)} gzip`,
    `texts for excerpts ${kb(gzipSync(snapshot.texts).length)} gzip`,
    `loaded in ${ms(load)}`,
    `about ${kb(memory)} of memory`,
    `${terms} terms`,
  ].join(', ')
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
}

function usedMemory(): number {
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** p99 of subjects and of 3,000-character letters, and at a corpus some 12.5 times as large (repeated, varied). */
export function stressLines(documents: readonly SearchDocument[], queries: readonly JudgedQuery[]): string[] {
  const letters = lettersOf(queries)
  const small = buildIndex(documents)
  const large = buildIndex(manyOf(documents))
  return [small, large].flatMap((index) => [
    latencyLine(index, queries, 'queries'),
    latencyLine(index, letters, '3,000-character letters'),
  ])
}

function latencyLine(index: SearchIndex, queries: readonly JudgedQuery[], what: string): string {
  const search = searchOf(index, shippedTuning)
  askAll(search, queries)
  const before = process.cpuUsage()
  const times = [1, 2, 3].flatMap(() => askAll(search, queries)).map(({ milliseconds }) => milliseconds)
  const { user, system } = process.cpuUsage(before)
  const figures = `p50 ${ms(percentile(times, 0.5))}, p99 ${ms(percentile(times, 0.99))}, ${ms((user + system) / 1_000 / times.length)} of CPU each`
  return `${index.stored.articles.length} articles, ${what}: ${figures}`
}

const lettersOf = (queries: readonly JudgedQuery[]): JudgedQuery[] => {
  const all = queries.map(({ q }) => q)
  return queries
    .slice(0, 60)
    .map((query, at) => ({ ...query, q: [...all.slice(at), ...all].join('. ').slice(0, 3_000) }))
}

const COPIES = 12.5

/** Copies differ by a word of their own in every paragraph, so that the vocabulary grows with the corpus. */
function manyOf(documents: readonly SearchDocument[]): SearchDocument[] {
  return Array.from({ length: Math.round(documents.length * COPIES) }, (_, at) => {
    const document = documents[at % documents.length] ?? {
      id: '',
      title: '',
      url: '',
      lang: 'ru',
      headings: [],
      body: '',
    }
    const mark = ` слово${String.fromCodePoint(0x430 + (at % 32), 0x430 + ((at >> 5) % 32), 0x430 + ((at >> 10) % 32))}`
    return { ...document, id: `${document.id}/${at}`, body: document.body.replaceAll('\n', `${mark}\n`) }
  })
}
