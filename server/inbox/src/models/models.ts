// The models tied together. No DOM: what the page gives comes in through the deps.
import { computed, effect, signal, untracked } from '@preact/signals'
import { createResource } from '@bilet/widget/resource'
import type { Shelf } from '@bilet/widget/shelf'
import type { Api, StaffFailure } from '../api.ts'
import type { I18n } from '../i18n/i18n.ts'
import { createComposer } from './composer.ts'
import { createDrafts } from './drafts.ts'
import type { StreamedEvent } from './event-parser.ts'
import { createLive } from './live.ts'
import { createOpened } from './opened.ts'
import { createPresence } from './presence.ts'
import { createQueue } from './queue.ts'
import type { EventTicket } from './replies.ts'
import type { Router } from './route.ts'
import { createSelection } from './selection.ts'
import { createSends } from './sends.ts'
import type { Send } from './sends.ts'
import type { Session } from './session.ts'
import { queryOf } from './views.ts'

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

export function createModels({ api, session, router, shelf, i18n, now, after, every, isOnline }: InboxDeps) {
  const online = signal(isOnline)
  const clock = signal(now())
  const announcement = signal('')
  const sheet = signal<Sheet | null>(null)
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
        if (route.name === 'queue') queue.tidy()
        if (route.name !== 'ticket' || !isIn) return presence.close()
        queue.current.value = route.id
        composer.open(route.id)
        presence.open(route.id)
        void opened.open(route.id)
      })
    }),
  ]

  return {
    api,
    session,
    router,
    i18n,
    now,
    online,
    clock,
    announcement,
    sheet,
    desk: desk.state,
    counts: counts.state,
    loadCounts: counts.load,
    queue,
    selection,
    opened,
    composer,
    sends,
    presence,
    isStale: computed(() => !online.value || !live.isLive.value),
    zone: computed(() => desk.state.value.value?.zone ?? 'Europe/Moscow'),
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
export type Models = ReturnType<typeof createModels>
