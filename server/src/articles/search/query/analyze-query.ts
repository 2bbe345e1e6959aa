import type { SearchIndex } from '../index/search-index.ts'
import { stem } from '../text/stem.ts'
import { isLightWord, isStopWord } from '../text/stop-words.ts'
import { tokenize } from '../text/tokenize.ts'
import type { Tuning } from '../tuning.ts'
import type { DraftPart } from './draft.ts'
import { expandWord } from './expand-word.ts'
import type { Alternative } from './expand-word.ts'
import { repairLayout } from './repair-layout.ts'
import { readTranslit } from './words.ts'

/** One word of a query and all that may stand for it. `idf` is how telling it is, 0…1. */
export type Unit = { word: string; weight: number; idf: number; alternatives: Alternative[] }

export type AnalyzedQuery = { units: Unit[]; words: string[] }

const MOST_UNITS = 32
const MOST_WORDS = 400
const UNKNOWN_IDF = 0.9

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
  return { units: telling, words: telling.map(({ word }) => word) }
}

function unitsOf(index: SearchIndex, part: DraftPart, tuning: Tuning): Unit[] {
  const repaired = tuning.layout > 0 ? repairLayout(index, part.text) : part.text
  const typed = tokenize(repaired)
    .slice(0, MOST_WORDS)
    .map(({ word }) => word)
  const words = tuning.translit > 0 ? readTranslit(index, typed) : typed
  const stems = words.map(stem)
  const unfinished = part.typing && /[\p{L}\p{N}]$/u.test(repaired) ? words.length - 1 : -1
  const reworded = rewordings(index, stems, tuning)
  return words.flatMap((word, at) => {
    if (isStopWord(word) && reworded[at] === undefined) return []
    const alternatives = [...expandWord(index, word, at === unfinished, tuning), ...(reworded[at] ?? [])]
    const weight = part.weight * (isLightWord(word) ? tuning.lightWord : 1)
    return [{ word, weight, idf: unitIdf(index, alternatives), alternatives }]
  })
}

/** For each word, what the lexicon's phrases through it may be called otherwise. */
function rewordings(index: SearchIndex, stems: readonly string[], tuning: Tuning): (Alternative[] | undefined)[] {
  const found: (Alternative[] | undefined)[] = Array.from({ length: stems.length })
  if (tuning.synonym === 0) return found
  for (const { start, end, rewordings: others } of index.matcher.match(stems)) {
    for (const { terms, weight } of others) {
      const ids = terms.flatMap((term) => index.termIds.get(term) ?? [])
      if (ids.length < terms.length || ids.some((id) => id >= index.stored.terms.length)) continue
      const alternative: Alternative = { terms: ids, weight: weight * tuning.synonym, by: 'synonym' }
      for (let at = start; at < end; at++) (found[at] ??= []).push(alternative)
    }
  }
  return found
}

function unitIdf(index: SearchIndex, alternatives: readonly Alternative[]): number {
  const { idf } = index.articleScores
  let best = 0
  for (const { terms, weight } of alternatives) {
    const telling = Math.max(...terms.map((term) => idf[term] ?? 0))
    best = Math.max(best, weight * telling)
  }
  return best === 0 ? UNKNOWN_IDF : best
}
