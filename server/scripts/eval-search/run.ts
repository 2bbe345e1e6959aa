import type { Engine, Hit } from './engine.ts'
import { judge } from './measures.ts'
import type { Outcome } from './measures.ts'
import type { JudgedQuery } from './read-sets.ts'
import type { SearchDocument } from '../../src/search/search-document.ts'

const LIMIT = 10
const WARM_UP = 2

export type Run = { name: string; buildMilliseconds: number; outcomes: Outcome[] }

/** Builds an engine and asks it everything, after two rounds to warm up. */
export async function runEngine(
  engine: Engine,
  documents: readonly SearchDocument[],
  queries: readonly JudgedQuery[],
): Promise<Run> {
  const started = performance.now()
  const search = await engine.build(documents)
  const buildMilliseconds = performance.now() - started
  for (let round = 0; round < WARM_UP; round++) askAll(search, queries)
  return { name: engine.name, buildMilliseconds, outcomes: askAll(search, queries) }
}

export function askAll(
  search: (text: string, limit: number) => readonly Hit[],
  queries: readonly JudgedQuery[],
): Outcome[] {
  return queries.map((query) => {
    const started = performance.now()
    const hits = search(query.q, LIMIT)
    return judge(query, hits, performance.now() - started)
  })
}
