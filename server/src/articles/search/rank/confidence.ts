import type { SearchIndex } from '../index/search-index.ts'
import type { AnalyzedQuery } from '../query/analyze-query.ts'
import type { Unit } from '../query/unit.ts'
import type { Tuning } from '../tuning.ts'
import { weigh } from './rank.ts'
import type { Ranked } from './rank.ts'
import { scoreArticle } from './score-articles.ts'
import { bestPiece } from './score-pieces.ts'

/**
 * How sure it is that an article answers, 0…1: its score, and how much of the question stands in one passage. Of a
 * letter only the sentences that ask are held against it, not the story around them.
 */
export function createConfidence(
  index: SearchIndex,
  { units }: AnalyzedQuery,
  tuning: Tuning,
): (ranked: Ranked) => number {
  const asking = units.filter(({ asks }) => asks)
  if (asking.length === units.length) return ({ score, parts }) => (score + parts.passage) / 2
  return (ranked) => confidenceInLetter(index, asking, ranked, tuning)
}

function confidenceInLetter(
  index: SearchIndex,
  asking: readonly Unit[],
  { article, parts, linked }: Ranked,
  tuning: Tuning,
): number {
  const bm25 = scoreArticle(index, asking, article)
  const passage = bestPiece(index, article, asking).score
  const score = weigh({ ...parts, bm25, passage }, tuning) + linked
  return (score + passage) / 2
}
