import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import type { SearchDocument } from '../../src/articles/search/search-document.ts'

const Document = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string(),
  lang: z.string(),
  headings: z.array(z.string()),
  body: z.string(),
})
const JudgedQuery = z.object({ q: z.string(), relevant: z.array(z.string()), kind: z.string() })

/** A query as an owner types it, and the articles that answer it, best first; none when silence is right. */
export type JudgedQuery = z.infer<typeof JudgedQuery>

const corpusFolder = join(dirname(fileURLToPath(import.meta.url)), '../../../../shared/corpus')
export const devDocuments = join(corpusFolder, 'dev.jsonl')
export const devQueries = join(corpusFolder, 'queries.dev.jsonl')
export const hasDevSets = (): boolean => existsSync(devDocuments) && existsSync(devQueries)

export const readDocuments = (path: string): SearchDocument[] => readLines(path).map((line) => Document.parse(line))
export const readQueries = (path: string): JudgedQuery[] => readLines(path).map((line) => JudgedQuery.parse(line))

function readLines(path: string): unknown[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line): unknown => JSON.parse(line))
}

/** The query as it stands while its last word is being typed: cut to 60 %, three letters at least. */
export function cutLastWord(query: JudgedQuery): JudgedQuery {
  const [, before = '', last = ''] = /^(.*?)(\S+)\s*$/su.exec(query.q) ?? []
  return { ...query, q: before + last.slice(0, Math.max(3, Math.ceil(last.length * 0.6))) }
}
