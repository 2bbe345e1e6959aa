// Articles that may answer the draft (R22), steady while the owner types.
import { signal } from '@preact/signals'
import type { Suggestion, SuggestionsReply } from '@bilet/shared/replies'
import type { Language } from '@bilet/shared/locale'
import type { Answer } from './answer.ts'

export type Query = {
  subject: string
  description: string
  steps: string[]
  locale: Language
  pageTitle?: string
}

export type Suggested = {
  queryId: string
  list: Suggestion[]
  /** Whether the list answers what is written now. */
  isSettled: boolean
}

const none: Suggested = { queryId: '', list: [], isSettled: false }

/** A pause in typing, in milliseconds, after which it is worth asking. */
const pause = 220

/** Fewer letters than this say nothing. */
const fewestLetters = 3

const remembered = 30

const idsOf = (list: Suggestion[]) => list.map(({ articleId }) => articleId).join()

export function createSuggestions(ask: (query: Query, signal: AbortSignal) => Promise<Answer<SuggestionsReply>>) {
  const suggested = signal<Suggested>(none)
  const answers = new Map<string, SuggestionsReply>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let underWay: AbortController | undefined
  let asked = ''

  const show = ({ queryId, suggestions }: SuggestionsReply) => {
    const { list } = suggested.value
    suggested.value = { queryId, list: idsOf(list) === idsOf(suggestions) ? list : suggestions, isSettled: true }
  }

  const request = async (key: string, query: Query) => {
    underWay = new AbortController()
    const { signal: mine } = underWay
    const answer = await ask(query, mine)
    if (mine.aborted) return
    if (!answer.ok) {
      // The list stays, unsettled; the same words may be asked again.
      asked = ''
      return
    }
    answers.set(key, answer.value)
    for (const oldest of answers.keys()) if (answers.size > remembered) answers.delete(oldest)
    show(answer.value)
  }

  const stop = () => {
    clearTimeout(timer)
    underWay?.abort()
  }

  return {
    suggested,
    stop,
    /** Follows what is written. What was asked before is answered from memory, and nothing is asked twice in a row. */
    follow(query: Query) {
      const words = [query.subject, query.description, ...query.steps].map((text) => text.trim()).filter(Boolean)
      const key = JSON.stringify([words, query.locale])
      if (key === asked) return
      stop()
      asked = key
      if ((words.join('').match(/[\p{L}\p{N}]/gu)?.length ?? 0) < fewestLetters) {
        suggested.value = none
        return
      }
      const known = answers.get(key)
      if (known) return show(known)
      if (suggested.value.isSettled) suggested.value = { ...suggested.value, isSettled: false }
      timer = setTimeout(() => void request(key, query), pause)
    },
  }
}
export type Suggestions = ReturnType<typeof createSuggestions>
