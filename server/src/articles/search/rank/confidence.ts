import type { SearchIndex } from '../index/search-index.ts'
import type { AnalyzedQuery } from '../query/analyze-query.ts'
import { isVerb } from '../text/verb.ts'
import type { Tuning } from '../tuning.ts'
import { weigh } from './rank.ts'
import type { Ranked } from './rank.ts'
import { scoreArticle, speaksOf } from './score-articles.ts'
import { bestPiece } from './score-pieces.ts'

/** The share of a one-word question at which an article is as likely to answer as not. */
const EVEN = 0.55
/** How sharply confidence rises there. */
const STEEPNESS = 4
/** Of a question of n words an answer holds a share that falls as n to this power. */
const DILUTION = 0.25

/**
 * How sure it is that an article answers, 0…1: by its score, and by how much of the question stands in one passage.
 * Of a letter only the sentences that ask count, not the story around them. A verb that the article lacks counts for
 * nothing: what is done is said in many ways, and a missing noun alone tells that another thing is asked about.
 */
export function createConfidence(
  index: SearchIndex,
  { units }: AnalyzedQuery,
  tuning: Tuning,
): (ranked: Ranked) => number {
  const asking = units.filter(({ asks }) => asks)
  return ({ article, parts, linked }) => {
    const telling = asking.filter((unit) => !isVerb(unit.word) || speaksOf(index, unit, article))
    const passage = bestPiece(index, article, telling).score
    const score = weigh({ ...parts, bm25: scoreArticle(index, telling, article), passage }, tuning) + linked
    return likelihood(((score + passage) / 2) * asking.length ** DILUTION)
  }
}

const likelihood = (evidence: number): number => evidence ** STEEPNESS / (evidence ** STEEPNESS + EVEN ** STEEPNESS)
