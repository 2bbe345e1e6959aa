// What an agent does at the inbox: steps that go across several models.
import { signal } from '@preact/signals'
import type { DecisionKind } from '@bilet/shared/ticket-events'
import type { BulkResult } from '../api.ts'
import type { DecisionFields } from './draft-fields.ts'
import type { Models } from './models.ts'
import type { Goal } from './keys.ts'
import type { Row } from './replies.ts'
import { queryOf, readSearch } from './views.ts'

export function createActions(models: Models) {
  const { api, session, router, i18n, announcement, sheet, queue, selection, opened, composer, sends } = models
  /** A decision on all tickets that are ticked, while it is being taken. */
  const bulkDecision = signal<{ fields: DecisionFields; text: string } | null>(null)
  /** What the agent came to the ticket for: its field is focused once it is there. */
  const wantsReply = signal<'reply' | 'note' | null>(null)
  /** For an empty list: the promise that falls due next, wherever its ticket is. */
  const nextDue = signal<Row | null>(null)
  let searches = 0

  return {
    bulkDecision,
    wantsReply,
    nextDue,
    enter: (token: string | null) => session.enter(token, api.me),
    /** By the code of a link that signs in once. */
    async enterBy(code: string) {
      const answer = await api.signIn(code)
      if (answer.ok) return session.enter(answer.value.token, api.me)
      const { failure } = answer
      session.failure.value = failure.code === 'token_invalid' ? { code: 'link_used', issues: [] } : failure
    },
    announce: (text: string) => void (announcement.value = text),
    goTo: (goal: Goal) =>
      router.open(goal === 'reports' ? { name: 'reports' } : { name: 'queue', tab: goal, filters: {} }),
    /** Digits lead to the ticket of that number; words look in all tickets. */
    async search(text: string) {
      const mine = ++searches
      const asked = readSearch(text)
      if (asked && 'number' in asked) {
        const { value: from } = router.route
        const answer = await api.list({ number: asked.number, status: 'any' })
        // Whoever went elsewhere meanwhile stays there; of several searches only the last one counts.
        if (router.route.value !== from || mine !== searches) return undefined
        const found = answer.ok ? answer.value.items[0] : undefined
        if (found) return router.open({ name: 'ticket', id: found.id })
        announcement.value = i18n.words.value.queue.noNumber(asked.number)
      }
      const q = asked && 'number' in asked ? asked.number : asked?.q
      router.open({ name: 'queue', tab: 'all', filters: q ? { q } : {} })
    },
    async findNextDue() {
      const answer = await api.list({ ...queryOf('due', {}), limit: 1 })
      nextDue.value = (answer.ok && answer.value.items[0]) || null
    },
    async bulk(what: { change: object } | { decision: object }) {
      const isDone = await selection.apply(what)
      if (!isDone) return
      sheet.value = null
      bulkDecision.value = null
      void queue.load()
      void models.loadCounts()
    },
    /** Adds the tag to all that are ticked, each for itself: what they bear already stays. */
    async tagAll(tag: string) {
      const results: BulkResult[] = []
      for (const id of selection.ids.value) {
        const answer = await api.setTag(id, tag, true)
        results.push({ id, outcome: answer.ok ? 'changed' : answer.failure.code })
      }
      selection.tell(results)
      void queue.load()
    },
    decideBulk(kind: DecisionKind) {
      bulkDecision.value = { fields: { kind, reason: '', until: '' }, text: '' }
      sheet.value = 'decide'
    },
    /** The decision takes the place of an answer; words written so far go along. */
    decide: (kind: DecisionKind) => composer.set({ decision: { kind, reason: '', until: '' }, isNote: false }),
    send(waits: boolean) {
      const ticket = opened.ticket.value.value
      if (ticket) composer.send(ticket, { waits })
    },
    /** Takes back what is held, and opens its ticket with the words in it. */
    undo(key: string) {
      const send = sends.undo(key)
      if (!send) return
      composer.giveBack(send)
      router.open({ name: 'ticket', id: send.ticket.id })
    },
    /** Opens the next ticket of the list, or the one before. */
    neighbour(by: number) {
      const id = queue.step(by)
      if (id) router.open({ name: 'ticket', id })
    },
  }
}
