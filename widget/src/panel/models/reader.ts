// Reading an article, and what came of it.
import { signal } from '@preact/signals'
import type { Article } from '@bilet/shared/article'
import type { Answer } from './answer.ts'
import { createResource } from './resource.ts'

export type ReaderDeps = {
  /** `queryId` names the query that led to it, if one did. */
  ask: (id: string, queryId?: string) => Promise<Answer<Article>>
  feedback: (id: string, queryId: string, outcome: 'solved' | 'not_helpful') => void
  /** Where a picture of an article is: those that the desk keeps are told by their path in its API. */
  pictureAddress: (src: string) => string
}

export function createReader({ ask, feedback, pictureAddress }: ReaderDeps) {
  const id = signal('')
  /** The query that led to an article, by the article's id. */
  const queries = new Map<string, string>()
  const article = createResource(() => ask(id.value, queries.get(id.value)))

  return {
    article: article.state,
    pictureAddress,
    cameFrom: (articleId: string, queryId: string) => void queries.set(articleId, queryId),
    async open(articleId: string) {
      if (article.state.value.value?.id === articleId) return
      article.clear()
      id.value = articleId
      await article.load()
    },
    retry: article.load,
    /** Counts for the documentation only where a question led here. */
    tell(articleId: string, outcome: 'solved' | 'not_helpful') {
      const queryId = queries.get(articleId)
      if (queryId) feedback(articleId, queryId, outcome)
    },
  }
}
export type Reader = ReturnType<typeof createReader>
