// How much two texts have in common.
import type { PartialDraft } from '@bilet/shared/ticket'
import { wordsOf } from '@bilet/shared/rules/words'

type Text = Pick<PartialDraft, 'subject' | 'description'>

/** What of a text is compared. Beginnings of words stand for the words: endings change from one telling to the next. */
export const gistOf = ({ subject = '', description = '' }: Text) =>
  new Set(
    wordsOf(`${subject} ${description}`)
      .filter((word) => word.length > 2)
      .map((word) => word.slice(0, 5)),
  )

/** How much two texts say the same, 0 (nothing in common) to 1 (the same words): Dice's coefficient of their stems. */
export const likeness = (a: Text, b: Text): number => alikeness(gistOf(a), gistOf(b))

/** The same of gists. */
export function alikeness(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): number {
  const shared = [...ours].filter((stem) => theirs.has(stem)).length
  return shared === 0 ? 0 : (2 * shared) / (ours.size + theirs.size)
}
