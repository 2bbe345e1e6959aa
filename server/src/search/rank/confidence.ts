import { scoreIn } from '../index/article-lists.ts'
import type { SearchIndex } from '../index/search-index.ts'
import type { AnalyzedQuery } from '../query/analyze-query.ts'
import { totalWeight } from '../query/unit.ts'
import type { Unit } from '../query/unit.ts'
import { stem } from '../text/stem.ts'
import { isVerb } from '../text/verb.ts'
import type { Tuning } from '../tuning.ts'
import { createTitleFit, weigh } from './rank.ts'
import type { Ranked } from './rank.ts'
import { scoreArticle, speaksOf } from './score-articles.ts'
import { createPieceReader } from './score-pieces.ts'

/** The share of a one-word question at which an article is as likely to answer as not. */
const EVEN = 0.53
/** How sharply confidence rises there. */
const STEEPNESS = 4
/** How much less than for the order counts the best passage: common words meet in some passage of any article. */
const PASSAGE = 0.5
/** How many times more than for the order counts that staff answered like questions with an article. */
const HISTORY = 2
/** So much, either way, words tell at most: hardly a question says more, and a letter of any length is about one thing. */
const MOST_TOLD = 4

/**
 * How sure it is that an article answers, 0…1: by its score for what it speaks of, beside what it lacks, and by how much of
 * the question it says in the question's own words. Of a letter only the sentences that ask count, not the story around
 * them. `documented` are log-odds that documentation tells what is asked in such words.
 */
export function createConfidence(
  index: SearchIndex,
  { units }: AnalyzedQuery,
  tuning: Tuning,
  documented = 0,
): (ranked: Ranked) => number {
  const meant = units.map(withoutUnder)
  const asking = meant.filter(({ asks }) => asks)
  const titleFitOf = createTitleFit(index, meant)
  const read = createPieceReader(index, asking)
  const worths = { ...tuning, passage: PASSAGE * tuning.passage }
  const told = tuning.documented * Math.max(-MOST_TOLD, Math.min(MOST_TOLD, documented))
  const share = asking.length ** tuning.dilution * Math.exp(told / STEEPNESS)
  return ({ article, parts, linked }) => {
    const telling = asking.flatMap((unit) => weighed(index, unit, article, tuning))
    const weights = asking.map((unit) => (telling.includes(unit) ? unit.weight * unit.idf : 0))
    const passage = read(article, { weights, all: totalWeight(telling) })().score
    const titleFit = titleFitOf(article)
    const score = weigh({ ...parts, bm25: scoreArticle(index, telling, article), passage, titleFit }, worths)
    const trust = 1 + tuning.ownWords * ownShare(index, asking, article)
    return likelihood((score + HISTORY * linked) * share * trust)
  }
}

/**
 * A word as it counts for an article. Part of a phrase that names what the article does not speak of («подарочный
 * сертификат» where it tells of certificates), it is not met, whatever else the article says by it. Of what is not met a
 * verb counts nothing: what is done is said in many ways. A noun tells that another thing is asked about, a notion or a
 * name that it surely is.
 */
function weighed(index: SearchIndex, unit: Unit, article: number, tuning: Tuning): Unit[] {
  const isUnnamed = lacksNotion(index, unit, article)
  if (!isUnnamed && speaksOf(index, unit, article)) return [unit]
  if (isVerb(unit.word)) return []
  const isNotion = isUnnamed || index.matcher.names.has(stem(unit.word))
  return [{ ...unit, alternatives: [], weight: (isNotion ? tuning.missing : 1) * unit.weight }]
}

/** True for a word that names a notion of which the article does not speak. */
const lacksNotion = ({ lists }: SearchIndex, { named }: Unit, article: number): boolean =>
  named?.every((list) => scoreIn(lists, list, article) === 0) ?? false

/**
 * The share of a question that an article says in the question's own words, less that of the notions that it lacks: -1…1.
 * A rewording of a word is met by chance more easily than the word.
 */
function ownShare(index: SearchIndex, units: readonly Unit[], article: number): number {
  const saying = units.filter((unit) => saysItself(index, unit, article))
  const lacking = units.filter((unit) => !isVerb(unit.word) && lacksNotion(index, unit, article))
  return (sumOfWeights(saying) - sumOfWeights(lacking)) / totalWeight(units)
}

const sumOfWeights = (units: readonly Unit[]): number => units.reduce((sum, { weight, idf }) => sum + weight * idf, 0)

const saysItself = ({ lists }: SearchIndex, { alternatives }: Unit, article: number): boolean =>
  alternatives.some(({ by, list, worth }) => by !== 'synonym' && worth > 0 && scoreIn(lists, list, article) > 0)

/** That an article stands where it might be told is no sign that it is. */
const withoutUnder = (unit: Unit): Unit => ({
  ...unit,
  alternatives: unit.alternatives.filter(({ by }) => by !== 'under'),
})

const likelihood = (evidence: number): number => evidence ** STEEPNESS / (evidence ** STEEPNESS + EVEN ** STEEPNESS)
