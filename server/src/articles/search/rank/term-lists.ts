import type { ArticleScores } from '../index/article-scores.ts'
import type { Alternative } from '../query/expand-word.ts'

/**
 * Raises `best`, by article, to an alternative's worth times its score: the lowest of its terms', which must all stand in
 * the article. Articles that had none before are added to `touched`.
 */
export function raise(
  scores: ArticleScores,
  { terms }: Alternative,
  worth: number,
  best: Float32Array,
  touched: number[],
): void {
  const [first = 0, ...others] =
    terms.length === 1 ? terms : terms.toSorted((a, b) => listLength(scores, a) - listLength(scores, b))
  const { articles } = scores
  const end = scores.offsets[first + 1] ?? 0
  for (let at = scores.offsets[first] ?? 0; at < end; at++) {
    const article = articles[at] ?? 0
    let lowest = scores.scores[at] ?? 0
    for (const term of others) lowest = Math.min(lowest, scoreOf(scores, term, article))
    const before = best[article] ?? 0
    if (worth * lowest <= before) continue
    if (before === 0) touched.push(article)
    best[article] = worth * lowest
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
