// What the owner, or the page for them, does at the desk: steps that go across several models.
import { effect, signal } from '@preact/signals'
import type { Suggestion } from '@bilet/shared/replies'
import type { BiletPrefill } from '../../loader/public.ts'
import type { DraftFields } from './draft-fields.ts'
import type { Desk } from './desk.ts'

/** How many characters on each side of a match tell its place in the article apart from others. */
const around = 15

/** The words around what matched first, as they stand in the article. */
const wordsAround = ({ excerpt, marks: [[from, to] = [around, around]] }: Pick<Suggestion, 'excerpt' | 'marks'>) =>
  excerpt.slice(Math.max(0, from - around), to + around).replaceAll('…', '')

/** Who asks how reads from the beginning. */
const asksHow = /^\s*(как|где|що|як|де|how|where)\s/i

export function createActions({
  router,
  session,
  draft,
  reader,
  suggestions,
  submission,
  emit,
  isStarted,
  atEnd,
}: Desk) {
  /** A draft that was ended without a ticket, while there is a way back to it. */
  const ended = signal<DraftFields | null>(null)
  // Of whoever is gone.
  atEnd(effect(() => void (session.scope.value && (ended.value = null))))
  const end = () => {
    ended.value = draft.fields.value
    draft.clear()
  }

  const see = (id: string) => {
    const { seen } = draft.fields.value
    if (!seen.includes(id)) draft.set({ seen: [...seen, id] })
  }
  const openArticle = (id: string, anchor?: string) => router.push({ name: 'article', id, ...(anchor && { anchor }) })

  return {
    openArticle,
    openThread: ({ id, number }: { id: string; number: number }) => router.push({ name: 'thread', id, number }),
    openSuggestion(id: string) {
      const { list, queryId } = suggestions.suggested.value
      const found = list.find(({ articleId, marks }) => articleId === id && marks.length > 0)
      const isPassage = found && !asksHow.test(draft.fields.value.subject)
      reader.cameFrom(id, queryId)
      see(id)
      emit('suggestion-open', { articleId: id })
      router.push({ name: 'article', id, ...(isPassage && { passage: wordsAround(found) }) })
    },
    /** An article answered the question: the draft ends without a ticket. */
    solved(id: string) {
      reader.tell(id, 'solved')
      emit('solved', { articleId: id })
      end()
      router.reset({ name: 'solved' })
    },
    /** Throws the draft away, with a way back from home until other words are begun. */
    discard: () => {
      end()
      router.reset()
    },
    ended,
    restore: () => {
      if (ended.value) draft.replace(ended.value)
      ended.value = null
      router.reset({ name: 'ticket' })
    },
    notSolved(id: string) {
      reader.tell(id, 'not_helpful')
      see(id)
      router.goTo({ name: 'ticket' })
    },
    editQueued: () => {
      submission.edit()
      router.goTo({ name: 'ticket' })
    },
    /** Words from the page, once it is known who the owner is, and only where they have none yet. */
    prefill: async ({ subject = '', description = '', steps = [], department = '' }: BiletPrefill) => {
      await new Promise<void>((resolve) => {
        atEnd(effect(() => void (isStarted.value && session.scope.value !== null && resolve())))
      })
      const now = draft.fields.value
      const change: Partial<DraftFields> = {}
      if (!now.subject.trim()) change.subject = subject
      if (!now.description.trim()) change.description = description
      if (!now.steps.join('').trim()) change.steps = steps
      if (!now.department) change.department = department
      draft.set(change)
    },
  }
}
export type Actions = ReturnType<typeof createActions>
