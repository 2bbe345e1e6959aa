import { answersTo } from '../../../src/articles/answers-to.ts'
import { buildIndex } from '../../../src/search/build-index.ts'
import type { SearchIndex } from '../../../src/search/index/search-index.ts'
import { emptyLexicon } from '../../../src/search/lexicon/lexicon.ts'
import type { Notion } from '../../../src/search/lexicon/notion.ts'
import type { SuggestQuery } from '../../../src/search/suggest.ts'
import type { Tuning } from '../../../src/search/tuning.ts'
import type { Engine, Hit } from '../engine.ts'

const LONGEST_SUBJECT = 120

/** The product's own engine, asked as the panel asks it; it is never silent here, so that ranking is measured alone. */
export const bilet = (notions: readonly Notion[], tuning: Tuning): Engine => ({
  name: 'Bilet',
  async build(documents) {
    return searchOf(buildIndex(documents, emptyLexicon, notions), tuning)
  },
})

export function searchOf(index: SearchIndex, tuning: Tuning): (text: string, limit: number) => Hit[] {
  const neverSilent = { ...tuning, threshold: 0 }
  return (text, limit) =>
    answersTo(index, { ...asDraft(text), limit }, neverSilent).map(({ articleId, confidence }) => ({
      id: articleId,
      score: confidence,
    }))
}

const asDraft = (text: string): SuggestQuery =>
  text.length <= LONGEST_SUBJECT ? { subject: text } : { description: text }
