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

/** `bound` (0…1): how telling the word is at most, however rare it is. */
export function createUnit(
  index: SearchIndex,
  word: string,
  weight: number,
  alternatives: readonly Alternative[],
  bound = 1,
): Unit {
  const idf = Math.min(bound, unitIdf(index, alternatives))
  const meanings = alternatives.map((one): Meaning => {
    return { ...one, worth: one.weight * Math.min(1, telling(index, one) / idf) }
  })
  return { word, weight, idf, alternatives: meanings, asks: true }
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
