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
  const unmet = asking.map((unit) => unmetWeight(index, unit, tuning))
  return ({ article, parts, linked }) => {
    const holding = asking.map((unit) => holdingOf(index, unit, article))
    const { weights, all, own, bm25 } = weighed(asking, holding, unmet)
    const passage = read(article, { weights, all })().score
    const score = weigh({ ...parts, bm25, passage, titleFit: titleFitOf(article) }, worths)
    const trust = 1 + tuning.ownWords * own
    return likelihood((score + HISTORY * linked) * share * trust)
  }
}

/** What an article holds of a word: the score of the best of its meanings, and whether it is the word itself. */
type Holding = {
  score: number
  isItself: boolean
  /** The word names a notion of which the article does not speak. */
  lacksNotion: boolean
}

function holdingOf({ lists }: SearchIndex, { alternatives, named }: Unit, article: number): Holding {
  let score = 0
  let isItself = false
  for (const { list, worth, by } of alternatives) {
    if (worth <= score && (isItself || by === 'synonym')) continue
    const held = worth * scoreIn(lists, list, article)
    if (held <= 0) continue
    score = Math.max(score, held)
    isItself ||= by !== 'synonym'
  }
  return { score, isItself, lacksNotion: named?.every((list) => scoreIn(lists, list, article) === 0) ?? false }
}

/**
 * What a word counts where it is not met, of a notion and otherwise. What is done is said in many ways: a verb counts
 * nothing. A noun tells that another thing is asked about, a notion or a name that it surely is.
 */
type Unmet = { notion: number; other: number; isVerb: boolean }

function unmetWeight(index: SearchIndex, { word, weight }: Unit, { missing }: Tuning): Unmet {
  if (isVerb(word)) return { notion: 0, other: 0, isVerb: true }
  return {
    notion: missing * weight,
    other: index.matcher.names.has(stem(word)) ? missing * weight : weight,
    isVerb: false,
  }
}

/**
 * The words of a question as they count for an article, and its score by them. Part of a phrase that names what the article
 * does not speak of («подарочный сертификат» where it tells of certificates) is not met, whatever else the article says by
 * it. `own` is the share of the question that the article says in the question's own words, less that of the notions that it
 * lacks, -1…1: a rewording of a word is met by chance more easily than the word.
 */
function weighed(
  units: readonly Unit[],
  holding: readonly Holding[],
  unmet: readonly Unmet[],
): { weights: number[]; all: number; own: number; bm25: number } {
  const weights: number[] = []
  let all = 0
  let met = 0
  let own = 0
  units.forEach(({ weight, idf }, at) => {
    const { score, isItself, lacksNotion } = holding[at]!
    const { notion, other, isVerb: isDone } = unmet[at]!
    const isMet = score > 0 && !lacksNotion
    weights.push(isMet ? weight * idf : 0)
    all += idf * (isMet ? weight : lacksNotion ? notion : other)
    if (isMet) met += weight * idf * score
    if (isItself) own += weight * idf
    if (lacksNotion && !isDone) own -= weight * idf
  })
  return { weights, all: all || 1, own: own / totalWeight(units), bm25: met / (all || 1) }
}

/** That an article stands where it might be told is no sign that it is. */
const withoutUnder = (unit: Unit): Unit => ({
  ...unit,
  alternatives: unit.alternatives.filter(({ by }) => by !== 'under'),
})

const likelihood = (evidence: number): number => evidence ** STEEPNESS / (evidence ** STEEPNESS + EVEN ** STEEPNESS)
