import type { Alternative } from './alternative.ts'
import { worthOf } from './alternative.ts'

/** A word of a query and all that may stand for it. */
export type SpokenWord = {
  word: string
  weight: number
  /** How telling it is, 0…1. */
  idf: number
  alternatives: readonly Alternative[]
  /**
   * Where a phrase of several words through this one names a notion, the lists of articles that speak of it: «подарочный
   * сертификат» is no certificate.
   */
  named?: readonly number[] | undefined
}

/** An alternative as it counts: `worth` (0…1) is its weight, less where it is commoner than the word it stands for. */
export type Meaning = Alternative & { worth: number }

/** A word of the query as it is looked for. */
export type Unit = Omit<SpokenWord, 'alternatives'> & {
  alternatives: readonly Meaning[]
  /** False for the words of a sentence that only surrounds the question. */
  asks: boolean
}

export const toUnit = ({ word, idf, alternatives, named }: SpokenWord, weight: number, asks: boolean): Unit => ({
  word,
  weight,
  idf,
  alternatives: worthiest(alternatives, idf),
  asks,
  named,
})

/**
 * Of meanings that are the same in the articles only the best counts: phrases of a notion offer it again and again. What a
 * thing may be told under is a meaning apart, which counts for the order alone.
 */
function worthiest(alternatives: readonly Alternative[], idf: number): Meaning[] {
  const meanings: Meaning[] = []
  for (const one of alternatives) {
    const worth = worthOf(one, idf)
    const at = meanings.findIndex(({ list, by }) => list === one.list && (by === 'under') === (one.by === 'under'))
    if (at !== -1 && worth <= meanings[at]!.worth) continue
    const { terms, list, weight, by, telling } = one
    meanings[at === -1 ? meanings.length : at] = { terms, list, weight, by, telling, worth }
  }
  return meanings
}

export const totalWeight = (units: readonly Unit[]): number =>
  units.reduce((sum, { weight, idf }) => sum + weight * idf, 0) || 1

const UNKNOWN_IDF = 1

/** How telling a word is: itself or what it was meant to be; where no article has that, what stands for it. */
export function idfOf(alternatives: readonly Alternative[]): number {
  let most = 0
  for (const { by, telling } of alternatives) {
    if (by !== 'root' && by !== 'synonym' && by !== 'under' && telling > 0) return telling
    most = Math.max(most, telling)
  }
  return most || UNKNOWN_IDF
}
