// The models tied together. No DOM: what the page gives comes in through the deps.
import { computed, effect, signal, untracked } from '@preact/signals'
import { createResource } from '@bilet/widget/resource'
import type { Shelf } from '@bilet/widget/shelf'
import type { DecisionKind } from '@bilet/shared/ticket-events'
import type { Api, BulkResult, StaffFailure } from '../api.ts'
import type { I18n } from '../i18n/i18n.ts'
import { createComposer } from './composer.ts'
import { createDrafts } from './drafts.ts'
import type { DecisionFields } from './draft-fields.ts'
import type { StreamedEvent } from './event-parser.ts'
import type { Goal } from './keys.ts'
import { createLive } from './live.ts'
import { createOpened } from './opened.ts'
import { createPresence } from './presence.ts'
import { createQueue } from './queue.ts'
import type { EventTicket, Row } from './replies.ts'
import type { Router } from './route.ts'
import { createSelection } from './selection.ts'
import { createSends } from './sends.ts'
import type { Send } from './sends.ts'
import type { Session } from './session.ts'
import { queryOf, readSearch } from './views.ts'

export type InboxDeps = {
  api: Api
  session: Session
  router: Router
  shelf: Shelf
  i18n: I18n
  now: () => number
  after: (ms: number, act: () => void) => () => void
  every: (ms: number, act: () => void) => () => void
  isOnline: boolean
}

/** Several events in a moment are one look at the list. */
const gatherMs = 150
/** Clocks on the page move this often. */
const tickMs = 15_000

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isEventTicket = (value: unknown): value is EventTicket =>
  isRecord(value) && typeof value['id'] === 'string' && typeof value['version'] === 'number'

const isSends = (value: unknown): value is Send[] =>
  Array.isArray(value) && value.every((send) => isRecord(send) && typeof send['key'] === 'string')

/** What may lie over the page. */
export type Sheet = 'keys' | 'assign' | 'tag' | 'department' | 'replies' | 'articles' | 'split' | 'duplicate' | 'decide'

export function createInbox({ api, session, router, shelf, i18n, now, after, every, isOnline }: InboxDeps) {
  const online = signal(isOnline)
  const clock = signal(now())
  const announcement = signal('')
  const sheet = signal<Sheet | null>(null)
  /** A decision on all tickets that are ticked, while it is being taken. */
  const bulkDecision = signal<{ fields: DecisionFields; text: string } | null>(null)
  /** What the agent came to the ticket for: its field is focused once it is there. */
  const wantsReply = signal<'reply' | 'note' | null>(null)
  const desk = createResource(api.desk)
  const counts = createResource(api.counts)
  const queue = createQueue(api)
  const selection = createSelection(api)

  /** What happened meanwhile was this agent's own work: it contradicts nothing. */
  const isOwn = ({ conflict }: StaffFailure) =>
    conflict !== undefined &&
    conflict.changes.length > 0 &&
    conflict.changes.every(({ by }) => by.kind === 'staff' && by.id === session.me.value?.id)

  const opened = createOpened({ api, isOwn })
  const drafts = createDrafts(shelf, () => session.name.value)
  const keptSends = () => `staff:${session.name.value}:sends`
  const sends = createSends({
    act: api.act,
    read: () => {
      const kept = shelf.read(keptSends())
      return isSends(kept) ? kept : []
    },
    write: (list) => void shelf.write(keptSends(), list.length > 0 ? list : null),
    now,
    after,
    canSend: () => online.value && session.state.value === 'in',
    isOwn,
    onSent: ({ ticket }) => {
      announcement.value = i18n.words.value.sends.sent(ticket.number)
      if (ticket.id === opened.id.value) void opened.load()
    },
    onRefused: (send, failure) => composer.refused(send, failure),
  })
  const composer = createComposer({ drafts, sends })
  const presence = createPresence({ tell: api.presence, leave: api.leave, every, now })

  let look: (() => void) | undefined
  /** Reads list and counts again, soon. */
  const lookSoon = () => {
    look ??= after(gatherMs, () => {
      look = undefined
      void queue.look()
      void counts.load()
    })
  }
  const hear = ({ data }: StreamedEvent) => {
    if (!isRecord(data)) return
    if (isEventTicket(data['ticket'])) queue.hear(data['ticket'])
    const id = isEventTicket(data['ticket']) ? data['ticket'].id : data['ticketId']
    if (id === opened.id.value && router.route.value.name === 'ticket') void opened.load()
    lookSoon()
  }
  const live = createLive({
    events: api.events,
    on: hear,
    wait: (ms) => new Promise((done) => void after(ms, () => done())),
  })

  const openQueue = () => {
    const { value } = router.last
    if (value.name !== 'queue') return
    selection.clear()
    void queue.open(queryOf(value.tab, value.filters))
  }

  const stops = [
    every(tickMs, () => (clock.value = now())),
    effect(() => {
      const isIn = session.state.value === 'in'
      untracked(() => {
        if (!isIn) return live.stop()
        void desk.load()
        void counts.load()
        openQueue()
        live.start()
        sends.restore()
        sends.resume()
      })
    }),
    effect(() => {
      void router.last.value
      untracked(() => session.state.value === 'in' && openQueue())
    }),
    effect(() => {
      const route = router.route.value
      const isIn = session.state.value === 'in'
      untracked(() => {
        sheet.value = null
        if (route.name !== 'ticket' || !isIn) return presence.close()
        queue.current.value = route.id
        composer.open(route.id)
        presence.open(route.id)
        void opened.open(route.id)
      })
    }),
  ]

  /** Digits lead to the ticket of that number; words look in all tickets. */
  const search = async (text: string) => {
    const asked = readSearch(text)
    if (asked && 'number' in asked) {
      const answer = await api.list({ number: asked.number, status: 'any' })
      const found = answer.ok ? answer.value.items[0] : undefined
      if (found) return router.open({ name: 'ticket', id: found.id })
      announcement.value = i18n.words.value.queue.noNumber(asked.number)
    }
    const q = asked && 'number' in asked ? asked.number : asked?.q
    router.open({ name: 'queue', tab: 'all', filters: q ? { q } : {} })
  }

  const bulk = async (what: { change: object } | { decision: object }) => {
    const isDone = await selection.apply(what)
    if (!isDone) return
    sheet.value = null
    bulkDecision.value = null
    void queue.load()
    void counts.load()
  }

  /** Adds the tag to all that are ticked, each for itself: what they bear already stays. */
  const tagAll = async (tag: string) => {
    const asked = [...selection.ids.value]
    const results: BulkResult[] = []
    for (const id of asked) {
      const answer = await api.setTag(id, tag, true)
      results.push({ id, outcome: answer.ok ? 'changed' : answer.failure.code })
    }
    selection.tell(results)
    void queue.load()
  }

  /** For an empty list: the promise that falls due next, wherever its ticket is. */
  const nextDue = signal<Row | null>(null)
  const findNextDue = async () => {
    const answer = await api.list({ ...queryOf('due', {}), limit: 1 })
    nextDue.value = (answer.ok && answer.value.items[0]) || null
  }

  return {
    api,
    session,
    router,
    i18n,
    online,
    clock,
    announcement,
    sheet,
    desk: desk.state,
    counts: counts.state,
    queue,
    selection,
    opened,
    composer,
    sends,
    presence,
    live: live.isLive,
    isStale: computed(() => !online.value || !live.isLive.value),
    zone: computed(() => desk.state.value.value?.zone ?? 'Europe/Moscow'),
    search,
    bulk,
    tagAll,
    nextDue,
    findNextDue,
    bulkDecision,
    wantsReply,
    decideBulk(kind: DecisionKind) {
      bulkDecision.value = { fields: { kind, reason: '', until: '' }, text: '' }
      sheet.value = 'decide'
    },
    /** The decision takes the place of an answer; words written so far go along. */
    decide: (kind: DecisionKind) => composer.set({ decision: { kind, reason: '', until: '' }, isNote: false }),
    send(waits: boolean) {
      const ticket = opened.ticket.value.value
      if (ticket && composer.send(ticket, { waits })) announcement.value = ''
    },
    goTo: (goal: Goal) =>
      router.open(goal === 'reports' ? { name: 'reports' } : { name: 'queue', tab: goal, filters: {} }),
    now,
    enter: (token: string | null) => session.enter(token, api.me),
    announce: (text: string) => void (announcement.value = text),
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
    setOnline(isNow: boolean) {
      online.value = isNow
      if (!isNow) return
      sends.resume()
      lookSoon()
      if (router.route.value.name === 'ticket') void opened.load()
    },
    stop() {
      live.stop()
      presence.close()
      look?.()
      for (const stop of stops) stop()
    },
  }
}
export type Inbox = ReturnType<typeof createInbox>
