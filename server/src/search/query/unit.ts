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
}

const UNKNOWN_IDF = 1

export function createUnit(
  index: SearchIndex,
  word: string,
  weight: number,
  alternatives: readonly Alternative[],
): Unit {
  const idf = unitIdf(index, alternatives)
  const meanings = alternatives.map((one): Meaning => {
    const { terms, list, weight: ownWeight, by } = one
    return { terms, list, weight: ownWeight, by, worth: ownWeight * Math.min(1, telling(index, terms) / idf) }
  })
  return { word, weight, idf, alternatives: meanings, asks: true }
}

export const totalWeight = (units: readonly Unit[]): number =>
  units.reduce((sum, { weight, idf }) => sum + weight * idf, 0) || 1

/** How telling the word is: itself or what it was meant to be; where no article has that, what stands for it. */
function unitIdf(index: SearchIndex, alternatives: readonly Alternative[]): number {
  const meant = alternatives.find(({ by, terms }) => by !== 'root' && by !== 'synonym' && telling(index, terms) > 0)
  const best =
    meant === undefined
      ? alternatives.reduce((most, { terms }) => Math.max(most, telling(index, terms)), 0)
      : telling(index, meant.terms)
  return best === 0 ? UNKNOWN_IDF : best
}

/** Of terms that must stand together, the most telling one counts. */
function telling({ idf }: SearchIndex, terms: readonly number[]): number {
  let most = 0
  for (const term of terms) most = Math.max(most, idf[term] ?? 0)
  return most
}
