import type { SearchIndex } from '../index/search-index.ts'
import type { Alternative } from './expand-word.ts'

/** An alternative as it counts: `worth` (0…1) is its weight, less where it is commoner than the word it stands for. */
export type Meaning = Alternative & { worth: number }

/** One word of a query and all that may stand for it. `idf` is how telling it is, 0…1. */
export type Unit = {
  word: string
  weight: number
  idf: number
  alternatives: readonly Meaning[]
  /** False for the words of a sentence that only surrounds the question. */
  asks: boolean
  /**
   * Where a phrase of several words through this one names a notion, the lists of articles that speak of it: «подарочный
   * сертификат» is no certificate.
   */
  named?: readonly number[] | undefined
}

const UNKNOWN_IDF = 1

/** `bound` (0…1): how telling the word is at most, however rare it is. `named`: see `Unit`. */
export function createUnit(
  index: SearchIndex,
  {
    word,
    weight,
    alternatives,
    bound = 1,
    named,
  }: Pick<Unit, 'word' | 'weight' | 'named'> & {
    alternatives: readonly Alternative[]
    bound?: number | undefined
  },
): Unit {
  const idf = Math.min(bound, unitIdf(index, alternatives))
  return { word, weight, idf, alternatives: worthiest(index, alternatives, idf), asks: true, named }
}

/**
 * Of meanings that are the same in the articles only the best counts: phrases of a notion offer it again and again. What a
 * thing may be told under is a meaning apart, which counts for the order alone.
 */
function worthiest(index: SearchIndex, alternatives: readonly Alternative[], idf: number): Meaning[] {
  const meanings: Meaning[] = []
  for (const one of alternatives) {
    const worth = one.weight * Math.min(1, telling(index, one) / idf)
    const at = meanings.findIndex(({ list, by }) => list === one.list && (by === 'under') === (one.by === 'under'))
    if (at !== -1 && worth <= meanings[at]!.worth) continue
    const { terms, list, weight, by } = one
    meanings[at === -1 ? meanings.length : at] = { terms, list, weight, by, telling: one.telling, worth }
  }
  return meanings
}

export const totalWeight = (units: readonly Unit[]): number =>
  units.reduce((sum, { weight, idf }) => sum + weight * idf, 0) || 1

/** How telling the word is: itself or what it was meant to be; where no article has that, what stands for it. */
function unitIdf(index: SearchIndex, alternatives: readonly Alternative[]): number {
  const meant = alternatives.find(
    (one) => one.by !== 'root' && one.by !== 'synonym' && one.by !== 'under' && telling(index, one) > 0,
  )
  const best =
    meant === undefined
      ? alternatives.reduce((most, one) => Math.max(most, telling(index, one)), 0)
      : telling(index, meant)
  return best === 0 ? UNKNOWN_IDF : best
}

/** Of terms that must stand together, the most telling one counts. */
function telling({ idf }: SearchIndex, { terms, telling: bound = 1 }: Alternative): number {
  let most = 0
  for (const term of terms) most = Math.max(most, idf[term] ?? 0)
  return Math.min(most, bound)
}
