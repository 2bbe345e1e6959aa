import type { SearchIndex } from '../index/search-index.ts'
import { stem } from '../text/stem.ts'
import { isLightWord, isStopWord } from '../text/stop-words.ts'
import { tokenize } from '../text/tokenize.ts'
import type { Tuning } from '../tuning.ts'
import type { DraftPart } from './draft.ts'
import { expandWord } from './expand-word.ts'
import type { Alternative } from './expand-word.ts'
import { focusOf } from './focus.ts'
import { repairLayout } from './repair-layout.ts'
import { standTogether } from './stand-together.ts'
import { readTranslit } from './words.ts'

/** One word of a query and all that may stand for it. `idf` is how telling it is, 0…1. */
export type Unit = {
  word: string
  weight: number
  idf: number
  alternatives: Alternative[]
  /** False for the words of a sentence that only surrounds the question. */
  asks: boolean
}

export type AnalyzedQuery = { units: Unit[]; words: string[] }

/** Order numbers, dates, sums: what no article holds of them asks nothing. */
const FIGURES = /^\d+$/u
const MOST_UNITS = 32
const MOST_WORDS = 200
/** From which focus a sentence belongs to the question. */
const ASKING = 0.5
const MOST_SENTENCES = 40
const SENTENCE_END = /[.!?…]+\s+|\n+/u
const UNKNOWN_IDF = 1

/** Repairs, splits and expands a draft into at most 32 units, the most telling ones. */
export function analyzeQuery(index: SearchIndex, parts: readonly DraftPart[], tuning: Tuning): AnalyzedQuery {
  const sentences = parts.flatMap((part) => sentencesOf(index, part, tuning))
  const focus = focusOf(index, sentences, tuning.focus)
  const units = new Map<string, Unit>()
  for (const unit of sentences.flatMap((some, at) => some.map((one) => focused(one, focus[at] ?? 1)))) {
    const known = units.get(unit.word)
    if (known === undefined || known.weight < unit.weight) units.set(unit.word, unit)
  }
  const telling = [...units.values()].toSorted((a, b) => b.weight * b.idf - a.weight * a.idf).slice(0, MOST_UNITS)
  return { units: telling, words: telling.map((unit) => corrected(index, unit)) }
}

/** The units of each sentence of a part, its keyboard layout put right. */
function sentencesOf(index: SearchIndex, part: DraftPart, tuning: Tuning): Unit[][] {
  const repaired = tuning.layout > 0 ? repairLayout(index, part.text) : part.text
  const texts = repaired.split(SENTENCE_END).slice(0, MOST_SENTENCES)
  return texts.map((text, at) =>
    unitsOf(index, { ...part, text, typing: part.typing && at === texts.length - 1 }, tuning),
  )
}

function unitsOf(index: SearchIndex, part: DraftPart, tuning: Tuning): Unit[] {
  const typed = tokenize(part.text)
    .slice(0, MOST_WORDS)
    .map(({ word }) => word)
  const words = tuning.translit > 0 ? readTranslit(index, typed) : typed
  const unfinished = part.typing && /[\p{L}\p{N}]$/u.test(part.text) ? words.length - 1 : -1
  const meanings = expandWords(index, words, unfinished, tuning)
  const stems = words.map((word, at) => leadingTerm(index, meanings[at] ?? []) ?? stem(word))
  const certainty = meanings.map((found) => found[0]?.weight ?? 1)
  const reworded = rewordings(index, stems, certainty, tuning)
  return words.flatMap((word, at) => {
    const alternatives = [...(meanings[at] ?? []), ...(reworded[at] ?? [])]
    if (isStopWord(word) || (alternatives.length === 0 && FIGURES.test(word))) return []
    const weight = part.weight * wordWeight(index, word, stems[at] ?? word, tuning)
    return [{ word, weight, idf: unitIdf(index, alternatives), alternatives, asks: true }]
  })
}

const focused = (unit: Unit, focus: number): Unit => ({ ...unit, weight: unit.weight * focus, asks: focus >= ASKING })

/** What each word may stand for; a word that comes twice is expanded once. */
function expandWords(
  index: SearchIndex,
  words: readonly string[],
  unfinished: number,
  tuning: Tuning,
): Alternative[][] {
  const known = new Map<string, Alternative[]>()
  return words.map((word, at) => {
    if (isStopWord(word)) return []
    const meanings = known.get(word) ?? expandWord(index, word, at === unfinished, tuning)
    if (at !== unfinished) known.set(word, meanings)
    return meanings
  })
}

/** What a word was most likely meant to be, so that the lexicon knows a misspelt or unfinished word too. */
function leadingTerm(index: SearchIndex, [first]: readonly Alternative[]): string | undefined {
  return first === undefined || first.by === 'root' ? undefined : index.terms[first.terms[0] ?? -1]
}

function wordWeight(index: SearchIndex, word: string, stemmed: string, tuning: Tuning): number {
  if (index.matcher.names.has(stemmed)) return tuning.name
  return isLightWord(word) ? tuning.lightWord : 1
}

/** The word as it should have been typed, when it is known only by a mistake or by ear. */
function corrected(index: SearchIndex, { word, alternatives }: Unit): string {
  const [first] = alternatives
  return first?.by === 'typo' || first?.by === 'sound' ? (index.terms[first.terms[0] ?? -1] ?? word) : word
}

/** For each word, what the lexicon's phrases through it may be called otherwise. */
function rewordings(
  index: SearchIndex,
  stems: readonly string[],
  certainty: readonly number[],
  tuning: Tuning,
): (Alternative[] | undefined)[] {
  const found: (Alternative[] | undefined)[] = Array.from({ length: stems.length })
  if (tuning.synonym === 0) return found
  for (const { start, end, rewordings: others } of index.matcher.match(stems)) {
    for (const { terms, weight } of others) {
      const ids = terms.flatMap((term) => index.termIds.get(term) ?? [])
      if (ids.length < terms.length || !standTogether(index.stored.postings, ids)) continue
      const alternative: Alternative = {
        terms: ids,
        weight: weight * tuning.synonym * (certainty[start] ?? 1),
        by: 'synonym',
      }
      for (let at = start; at < end; at++) (found[at] ??= []).push(alternative)
    }
  }
  return found
}

/** How telling the word is: itself or what it was meant to be; where no article has that, what stands for it. */
function unitIdf(index: SearchIndex, alternatives: readonly Alternative[]): number {
  const telling = ({ terms }: Alternative): number =>
    Math.max(...terms.map((term) => index.articleScores.idf[term] ?? 0))
  const meant = alternatives.find((one) => one.by !== 'root' && one.by !== 'synonym' && telling(one) > 0)
  const best = meant === undefined ? Math.max(0, ...alternatives.map(telling)) : telling(meant)
  return best === 0 ? UNKNOWN_IDF : best
}
