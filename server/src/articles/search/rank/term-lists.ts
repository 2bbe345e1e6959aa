import type { ArticleScores } from '../index/article-scores.ts'
import type { Alternative } from '../query/expand-word.ts'

/** Calls `visit` for each article that holds all terms of an alternative, with the lowest of their scores. */
export function visitArticles(
  scores: ArticleScores,
  alternative: Alternative,
  visit: (article: number, score: number) => void,
): void {
  const [first = 0, ...others] = [...alternative.terms].toSorted(
    (a, b) => listLength(scores, a) - listLength(scores, b),
  )
  for (let at = scores.offsets[first] ?? 0; at < (scores.offsets[first + 1] ?? 0); at++) {
    const article = scores.articles[at] ?? 0
    let lowest = scores.scores[at] ?? 0
    for (const term of others) lowest = Math.min(lowest, scoreOf(scores, term, article))
    if (lowest > 0) visit(article, lowest)
  }
}

function scoreOf(scores: ArticleScores, term: number, article: number): number {
  const at = lowerBound(scores.articles, article, scores.offsets[term] ?? 0, scores.offsets[term + 1] ?? 0)
  return at < (scores.offsets[term + 1] ?? 0) && scores.articles[at] === article ? (scores.scores[at] ?? 0) : 0
}

const listLength = ({ offsets }: ArticleScores, term: number): number => (offsets[term + 1] ?? 0) - (offsets[term] ?? 0)

/** The first place in `values[low … high - 1]`, which rise, that is not below `wanted`. */
export function lowerBound(values: Uint32Array, wanted: number, low: number, high: number): number {
  let from = low
  let to = high
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((values[middle] ?? 0) < wanted) from = middle + 1
    else to = middle
  }
  return from
}
