import { scoreIn } from '../index/article-lists.ts'
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
/** How many times more than others counts what the article lacks, a service's name or a notion that the lexicon knows. */
const MISSING_NOTION = 2
/** How many times more than for the order counts that staff answered like questions with an article. */
const HISTORY = 2

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
    const telling = asking.flatMap((unit) => weighed(index, unit, article))
    const passage = bestPiece(index, article, telling).score
    const score = weigh({ ...parts, bm25: scoreArticle(index, telling, article), passage }, tuning)
    return likelihood(((score + passage) / 2 + HISTORY * linked) * asking.length ** DILUTION)
  }
}

/**
 * A word as it counts for an article. Part of a phrase that names what the article does not speak of («подарочный
 * сертификат» where it tells of certificates), it is not met, whatever else the article says by it. Of what is not met a
 * verb counts nothing: what is done is said in many ways. A noun tells that another thing is asked about, a notion or a
 * name that it surely is.
 */
function weighed(index: SearchIndex, unit: Unit, article: number): Unit[] {
  const isUnnamed = unit.named?.every((list) => scoreIn(index.lists, list, article) === 0) ?? false
  if (!isUnnamed && speaksOf(index, unit, article)) return [unit]
  const unmet = { ...unit, alternatives: [] }
  const isNotion = isUnnamed || index.matcher.names.has(stem(unit.word))
  if (isVerb(unit.word)) return []
  return [isNotion ? { ...unmet, weight: MISSING_NOTION * unit.weight } : unmet]
}

const likelihood = (evidence: number): number => evidence ** STEEPNESS / (evidence ** STEEPNESS + EVEN ** STEEPNESS)
