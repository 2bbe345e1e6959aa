import type { SearchIndex } from '../index/search-index.ts'
import { stem } from '../text/stem.ts'
import { isLightWord, isStopWord } from '../text/stop-words.ts'
import { tokenize } from '../text/tokenize.ts'
import type { Tuning } from '../tuning.ts'
import type { DraftPart } from './draft.ts'
import { expandWord } from './expand-word.ts'
import type { Alternative } from './expand-word.ts'
import { repairLayout } from './repair-layout.ts'
import { standTogether } from './stand-together.ts'
import { readTranslit } from './words.ts'

/** One word of a query and all that may stand for it. `idf` is how telling it is, 0…1. */
export type Unit = { word: string; weight: number; idf: number; alternatives: Alternative[] }

export type AnalyzedQuery = { units: Unit[]; words: string[] }

const MOST_UNITS = 32
const MOST_WORDS = 400
const UNKNOWN_IDF = 1

/** Repairs, splits and expands a draft into at most 32 units, the most telling ones. */
export function analyzeQuery(index: SearchIndex, parts: readonly DraftPart[], tuning: Tuning): AnalyzedQuery {
  const units = new Map<string, Unit>()
  for (const part of parts) {
    for (const unit of unitsOf(index, part, tuning)) {
      const known = units.get(unit.word)
      if (known === undefined || known.weight < unit.weight) units.set(unit.word, unit)
    }
  }
  const telling = [...units.values()].toSorted((a, b) => b.weight * b.idf - a.weight * a.idf).slice(0, MOST_UNITS)
  return { units: telling, words: telling.map((unit) => corrected(index, unit)) }
}

function unitsOf(index: SearchIndex, part: DraftPart, tuning: Tuning): Unit[] {
  const repaired = tuning.layout > 0 ? repairLayout(index, part.text) : part.text
  const typed = tokenize(repaired)
    .slice(0, MOST_WORDS)
    .map(({ word }) => word)
  const words = tuning.translit > 0 ? readTranslit(index, typed) : typed
  const unfinished = part.typing && /[\p{L}\p{N}]$/u.test(repaired) ? words.length - 1 : -1
  const meanings = words.map((word, at) => (isStopWord(word) ? [] : expandWord(index, word, at === unfinished, tuning)))
  const stems = words.map((word, at) => leadingTerm(index, meanings[at] ?? []) ?? stem(word))
  const certainty = meanings.map((found) => found[0]?.weight ?? 1)
  const reworded = rewordings(index, stems, certainty, tuning)
  return words.flatMap((word, at) => {
    if (isStopWord(word)) return []
    const alternatives = [...(meanings[at] ?? []), ...(reworded[at] ?? [])]
    const weight = part.weight * wordWeight(index, word, stems[at] ?? word, tuning)
    return [{ word, weight, idf: unitIdf(index, alternatives), alternatives }]
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
