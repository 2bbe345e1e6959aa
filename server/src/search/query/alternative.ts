import type { SearchIndex } from '../index/search-index.ts'

/** How something came to stand for a word. */
export type MatchKind = 'word' | 'translation' | 'root' | 'typo' | 'sound' | 'prefix' | 'synonym' | 'under'

/**
 * Terms that must stand together, the list of articles where they do, what they are worth of the word as typed (0…1), and
 * how telling they are (0…1).
 */
export type Alternative = {
  terms: readonly number[]
  list: number
  weight: number
  by: MatchKind
  telling: number
}

/** Of terms that must stand together, the most telling one counts. */
export function mostTelling({ idf }: SearchIndex, terms: readonly number[]): number {
  let most = 0
  for (const term of terms) most = Math.max(most, idf[term] ?? 0)
  return most
}

/** What an alternative counts of a word that is so telling: its weight, less where it is commoner than the word. */
export const worthOf = ({ weight, telling }: Alternative, idf: number): number => weight * Math.min(1, telling / idf)
