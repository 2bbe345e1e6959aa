import { createArticleListsBuilder } from './article-lists.ts'
import type { ArticleLists } from './article-lists.ts'

const MOST = 24

/** Every list cut down to the 24 articles that score highest in it: enough to tell how well anything answers. */
export function championsOf({ offsets, articles, scores }: ArticleLists): ArticleLists {
  const { add, close, finish } = createArticleListsBuilder()
  for (let list = 0; list + 1 < offsets.length; list++) {
    const from = offsets[list] ?? 0
    const to = offsets[list + 1] ?? 0
    let { least, ties } = cut(scores.subarray(from, to))
    for (let at = from; at < to; at++) {
      const score = scores[at] ?? 0
      if (score > least || (score === least && ties-- > 0)) add(articles[at] ?? 0, score)
    }
    close()
  }
  return finish()
}

/** The lowest score that is among the highest, and how many may have it. */
function cut(scores: Float32Array): { least: number; ties: number } {
  if (scores.length <= MOST) return { least: 0, ties: 0 }
  const rising = scores.toSorted()
  const least = rising[rising.length - MOST] ?? 0
  return { least, ties: MOST - (rising.length - rising.findLastIndex((score) => score === least) - 1) }
}
