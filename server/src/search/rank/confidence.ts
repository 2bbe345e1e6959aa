import type { SearchIndex } from '../index/search-index.ts'
import type { AnalyzedQuery } from '../query/analyze-query.ts'
import type { Unit } from '../query/unit.ts'
import { stem } from '../text/stem.ts'
import { isVerb } from '../text/verb.ts'
import type { Tuning } from '../tuning.ts'
import { weigh } from './rank.ts'
import type { Ranked } from './rank.ts'
import { scoreArticle, speaksOf } from './score-articles.ts'
import { bestPiece } from './score-pieces.ts'

/** The share of a one-word question at which an article is as likely to answer as not. */
const EVEN = 0.58
/** How sharply confidence rises there. */
const STEEPNESS = 4
/** Of a question of n words an answer holds a share that falls as n to this power. */
const DILUTION = 0.3
/** How many times more than others the name of a service counts that the article lacks. */
const MISSING_NAME = 2

/**
 * How sure it is that an article answers, 0…1: by its score, and by how much of the question stands in one passage.
 * Of a letter only the sentences that ask count, not the story around them.
 */
export function createConfidence(
  index: SearchIndex,
  { units }: AnalyzedQuery,
  tuning: Tuning,
): (ranked: Ranked) => number {
  const asking = units.filter(({ asks }) => asks)
  return ({ article, parts, linked }) => {
    const telling = asking.flatMap((unit) => (speaksOf(index, unit, article) ? [unit] : missing(index, unit)))
    const passage = bestPiece(index, article, telling).score
    const score = weigh({ ...parts, bm25: scoreArticle(index, telling, article), passage }, tuning) + linked
    return likelihood(((score + passage) / 2) * asking.length ** DILUTION)
  }
}

/**
 * What a word that the article lacks tells against it. A verb nothing: what is done is said in many ways. A noun tells
 * that another thing is asked about, a name that another service is.
 */
function missing(index: SearchIndex, unit: Unit): Unit[] {
  if (index.matcher.names.has(stem(unit.word))) return [{ ...unit, weight: MISSING_NAME * unit.weight }]
  return isVerb(unit.word) ? [] : [unit]
}

const likelihood = (evidence: number): number => evidence ** STEEPNESS / (evidence ** STEEPNESS + EVEN ** STEEPNESS)
