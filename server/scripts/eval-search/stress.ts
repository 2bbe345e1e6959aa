import { buildIndex } from '../../src/search/build-index.ts'
import type { SearchIndex } from '../../src/search/index/search-index.ts'
import type { SearchDocument } from '../../src/search/search-document.ts'
import { shippedTuning } from '../../src/search/tuning.ts'
import { searchOf } from './engines/bilet.ts'
import { inTime } from './limits.ts'
import type { Limit } from './limits.ts'
import { percentile } from './measures.ts'
import type { JudgedQuery } from './read-sets.ts'
import { askAll } from './run.ts'
import { ms } from './table.ts'

const LONGEST_SUBJECT = 120
const LETTER = 3_000
const LETTERS = 60
const ROUNDS = 3

/** How long the slowest of subjects and of 3,000-character letters take, here and at 12.5 times as many articles. */
export function stress(documents: readonly SearchDocument[], queries: readonly JudgedQuery[]): Limit[] {
  const subjects = queries.filter(({ q }) => q.length <= LONGEST_SUBJECT)
  const letters = lettersOf(queries)
  const small = buildIndex(documents)
  const large = buildIndex(manyOf(documents, documents.length * COPIES))
  return [
    latency(small, subjects, 'subject', 8),
    latency(small, letters, 'letter', 20),
    latency(large, subjects, 'subject', 40),
    latency(large, letters, 'letter', 40),
  ]
}

function latency(index: SearchIndex, queries: readonly JudgedQuery[], what: string, most: number): Limit {
  const search = searchOf(index, shippedTuning)
  askAll(search, queries)
  const before = process.cpuUsage()
  const times = Array.from({ length: ROUNDS }, () => askAll(search, queries))
    .flat()
    .map(({ milliseconds }) => milliseconds)
  const { user, system } = process.cpuUsage(before)
  const beside = `p50 ${ms(percentile(times, 0.5))}, ${ms((user + system) / 1_000 / times.length)} of CPU each`
  return inTime(`${what}, ${index.stored.articles.length} articles, p99`, percentile(times, 0.99), most, beside)
}

const lettersOf = (queries: readonly JudgedQuery[]): JudgedQuery[] => {
  const all = queries.map(({ q }) => q)
  return queries
    .slice(0, LETTERS)
    .map((query, at) => ({ ...query, q: [...all.slice(at), ...all].join('. ').slice(0, LETTER) }))
}

const COPIES = 12.5

/** `count` articles. Copies differ by a word of their own in every paragraph, so that the vocabulary grows with the corpus. */
export function manyOf(documents: readonly SearchDocument[], count: number): SearchDocument[] {
  const copies = Math.ceil(count / documents.length)
  return Array.from({ length: copies }, (_, copy) => documents.map((one, at) => copyOf(one, copy, at)))
    .flat()
    .slice(0, count)
}

function copyOf(document: SearchDocument, copy: number, at: number): SearchDocument {
  const letters = [copy, at % 32, at >> 5].map((number) => String.fromCodePoint(0x430 + (number % 32)))
  const body = document.body.replaceAll('\n', ` слово${letters.join('')}\n`)
  return { ...document, id: `${document.id}/${copy}`, body }
}
