import type { SearchIndex } from '../index/search-index.ts'
import { strongest } from '../rank/score-articles.ts'
import type { SpokenWord } from './unit.ts'

/** What a sentence that no article speaks to still counts, of 1. */
const LEAST = 0.05

/**
 * How much each sentence of a letter asks, 0.05…1: as much as the article that speaks to it best. Thanks, stories and
 * signatures meet no article in more than a word or two, so they fade beside the question.
 */
export function focusOf(
  index: SearchIndex,
  sentences: readonly (readonly SpokenWord[])[],
  sharpness: number,
): number[] {
  if (sentences.length < 2 || sharpness === 0) return sentences.map(() => 1)
  const strengths = sentences.map((words) => strongest(index, words))
  const most = Math.max(...strengths) || 1
  return strengths.map((strength) => Math.max(LEAST, (strength / most) ** sharpness))
}
