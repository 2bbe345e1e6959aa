/**
 * One thing that people speak of, and how they say it. What an owner says leads to what an article calls it, never back:
 * `same` is both, `narrower` and `signs` are only said, `wider` and `under` are only written in articles.
 */
export type Notion = {
  /** A product or service: a question that names one is about it. */
  isName: boolean
  /** The first is the notion's own name. */
  same: readonly string[]
  /** A kind, a part or a loose word for it: «футболка» for goods. */
  narrower: readonly string[]
  /** What is seen or wished where it is meant: «всё поехало» for a broken layout. */
  signs: readonly string[]
  /** What an article may call it though the word says more than that. */
  wider: readonly string[]
  /** Under what a coarser documentation tells of it: found there, but no sign that it is told. */
  under: readonly string[]
}

export const nameOf = ({ same: [name = ''] }: Notion): string => name
