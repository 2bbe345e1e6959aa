import { questionsIn } from './questions-in.ts'
import type { Asked } from './questions-in.ts'
import type { SearchIndex } from '../search/index/search-index.ts'
import { answering, suggest } from '../search/suggest.ts'
import type { Answering, Suggestion, SuggestQuery } from '../search/suggest.ts'
import { shippedTuning } from '../search/tuning.ts'

/** `subject`: which question it answers, in the owner's own words, where the letter holds several. */
export type Answer = Suggestion & { subject?: string }

const DEFAULT_LIMIT = 3

/**
 * The articles that answer a letter. Where it holds several questions each is asked by itself and none takes another's
 * place: the best of each come before the second best of any, told in the order of the questions.
 */
export function answersTo(index: SearchIndex, query: SuggestQuery, tuning = shippedTuning): Answer[] {
  const { whole, several } = questionsIn(query)
  const limit = query.limit ?? DEFAULT_LIMIT
  const asked = ({ draft, documented }: Asked): SuggestQuery => ({ ...query, ...draft, documented })
  const byQuestion: Answering[][] = []
  const best = new Set<string>()
  for (const one of several) {
    // The best of so many questions leave no room for those of others.
    if (best.size >= limit) break
    const answers = answering(index, asked(one), tuning)
    byQuestion.push(answers)
    if (answers[0]) best.add(answers[0].articleId)
  }
  const shown = inTurn(byQuestion, limit)
  if (shown.length === 0) return suggest(index, asked(whole), tuning)
  return shown.map(({ answer, at }): Answer => ({ ...answer.suggestion(), subject: several[at]?.subject ?? '' }))
}

type Taken = { answer: Answering; at: number }

function inTurn(byQuestion: readonly (readonly Answering[])[], limit: number): Taken[] {
  const taken = new Map<string, Taken>()
  const ranks = Math.max(0, ...byQuestion.map(({ length }) => length))
  for (let rank = 0; rank < ranks; rank++) {
    byQuestion.forEach((answers, at) => {
      const answer = answers[rank]
      if (answer && taken.size < limit && !taken.has(answer.articleId)) taken.set(answer.articleId, { answer, at })
    })
  }
  return [...taken.values()].toSorted((a, b) => a.at - b.at)
}
