import { lowerBound } from '../../util/lower-bound.ts'

/**
 * For each list (of a term, or of a phrase of the lexicon) the articles that hold it, rising, are
 * `articles[offsets[l] … offsets[l + 1] - 1]`, with their `scores`, 0…1.
 */
export type ArticleLists = { offsets: Uint32Array; articles: Uint32Array; scores: Float32Array }

export type ArticleListsBuilder = {
  add: (article: number, score: number) => void
  /** The articles of a list that is ended. */
  articlesIn: (list: number) => number[]
  /** Ends the list that is being added to. Gives its number. */
  close: () => number
  finish: () => ArticleLists
}

export function createArticleListsBuilder(): ArticleListsBuilder {
  const offsets = [0]
  const articles: number[] = []
  const scores: number[] = []
  return {
    add(article, score) {
      articles.push(article)
      scores.push(score)
    },
    articlesIn: (list) => articles.slice(offsets[list], offsets[list + 1]),
    close: () => offsets.push(articles.length) - 2,
    finish: () => ({
      offsets: Uint32Array.from(offsets),
      articles: Uint32Array.from(articles),
      scores: Float32Array.from(scores),
    }),
  }
}

/** An article's score in a list, 0 where it is not in it. */
export function scoreIn({ offsets, articles, scores }: ArticleLists, list: number, article: number): number {
  const end = offsets[list + 1] ?? 0
  const at = lowerBound(articles, article, offsets[list] ?? 0, end)
  return at < end && articles[at] === article ? (scores[at] ?? 0) : 0
}

export const listLength = ({ offsets }: ArticleLists, list: number): number =>
  (offsets[list + 1] ?? 0) - (offsets[list] ?? 0)
