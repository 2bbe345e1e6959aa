import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import { articleText } from '../../src/articles/article-text.ts'
import { readFolder } from '../../src/articles/import/folder/folder.ts'
import type { SearchDocument } from '../../src/search/search-document.ts'

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

/** Documentation and the queries that are asked of it. */
export type Sets = { documents: string; queries: string }

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The demo's documentation and queries of our own: what there is everywhere. */
export const ownSets: Sets = { documents: here('../../demo/docs'), queries: here('demo-queries.jsonl') }

/** The same questions as somebody would put them in Ukrainian and in English; the articles are Russian. */
export const ownUkrainianSets: Sets = { ...ownSets, queries: here('demo-queries.uk.jsonl') }
export const ownEnglishSets: Sets = { ...ownSets, queries: here('demo-queries.en.jsonl') }

/** The sets of a folder: `dev.jsonl`, or a folder `docs`, and `queries.dev.jsonl`. */
export function setsIn(folder: string): Sets {
  const lines = join(folder, 'dev.jsonl')
  return { documents: existsSync(lines) ? lines : join(folder, 'docs'), queries: join(folder, 'queries.dev.jsonl') }
}

export const readDocuments = (path: string): SearchDocument[] => readLines(path).map((line) => Document.parse(line))
export const readQueries = (path: string): JudgedQuery[] => readLines(path).map((line) => JudgedQuery.parse(line))

/** A corpus as JSON lines, or a folder of Markdown as the import reads it. */
export const readCorpus = async (path: string): Promise<SearchDocument[]> =>
  statSync(path).isDirectory() ? readPages(path) : readDocuments(path)

async function readPages(folder: string): Promise<SearchDocument[]> {
  const documents: SearchDocument[] = []
  for await (const finding of readFolder(folder)) {
    if (finding.kind !== 'article') continue
    const { id, title, url, lang, section, blocks } = finding.article
    documents.push({ id, title, url, lang, ...(section && { section }), ...(finding.text ?? articleText(blocks)) })
  }
  return documents
}

function readLines(path: string): unknown[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line): unknown => JSON.parse(line))
}

/** The query as it stands while its last word is being typed: cut to 60 %, three letters at least. */
export function cutLastWord(query: JudgedQuery): JudgedQuery {
  const [, before = '', last = ''] = /^(.*?)(\S+)\s*$/su.exec(query.q) ?? []
  return { ...query, q: before + last.slice(0, Math.max(3, Math.ceil(last.length * 0.6))) }
}
