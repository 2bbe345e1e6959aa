// The models behind the panel's front, tied together. No DOM: what the page gives comes in through the deps.
import { computed, effect, signal, untracked } from '@preact/signals'
import type { SubmittedReply } from '@bilet/shared/replies'
import type { TicketDraft } from '@bilet/shared/ticket'
import type { Emit } from '../../loader/bridge.ts'
import type { Api } from '../api.ts'
import type { DraftFields } from './draft-fields.ts'
import { toQuery } from './draft-query.ts'
import type { Facts } from './draft-body.ts'
import { toMessage } from './draft-message.ts'
import { fetched } from '../fetched.ts'
import { createDraftPlace, createKeep, takeUnnamed } from './keep.ts'
import type { Front } from './front.ts'
import { createReader } from './reader.ts'
import { joinDrafts } from './merge.ts'
import type { Session } from './session.ts'
import { createSubmission } from './submission.ts'
import { createSuggestions } from './suggestions.ts'
import { createSupport } from './support.ts'
import { createTickets } from './tickets.ts'

export type DeskDeps = {
  api: Api
  session: Session
  /** Where pictures wait on the device. */
  databases: () => IDBFactory
  emit: Emit
  /** Sends a body whose pictures wait on the device: their part of the panel is not here at a new visit. */
  finish: (body: TicketDraft) => Promise<void>
  /** Wipes what is kept for owners who were signed in. */
  forget: () => void
  now: () => number
  /** IANA name of the owner's own zone: asked for late, since browsers take their time over the first answer. */
  ownZone: () => string
}

/** What the panel tells of the page it is on. */
export type Page = { pageUrl: string; facts: Facts }

/** Somebody who is signed in: the same id in another shop may be somebody else. */
const isUser = (scope: string | null) => scope?.startsWith('user:') ?? false

export function createDesk(front: Front, deps: DeskDeps) {
  const { i18n, shelf, router, draft, online, openings, pulse } = front
  const { api, session, databases, emit, finish, forget, now, ownZone } = deps
  const { locale } = i18n
  const page = signal<Page>({ pageUrl: '', facts: {} })
  /** Facts from the page's own code. */
  const context = signal<Facts>({})
  const isStarted = signal(false)
  const keep = createKeep(shelf, () => session.scope.value ?? 'guest')
  const support = createSupport({ ask: api.support, read: keep.readSupport, write: keep.writeSupport })
  const reader = createReader({
    ask: api.article,
    feedback: api.feedback,
    pictureAddress: api.pictureAddress,
  })
  const suggestions = createSuggestions(api.suggest)
  const tickets = createTickets({ list: api.tickets, unread: api.unread, markRead: api.markRead, now })

  const loadTickets = async () => {
    if (session.isSignedIn.value) await tickets.load()
  }

  const onSent = (receipt: SubmittedReply, late: DraftFields | null) => {
    if (late) keep.writeReply(receipt.id, { text: toMessage(late), pictures: late.pictures, key: '' })
    router.reset({ name: 'sent', receipt, isLate: late !== null })
    emit('ticket-sent', { id: receipt.id, number: receipt.number })
    void loadTickets()
  }
  const submission = createSubmission({ draft, submit: api.submit, finish, onSent })

  /** Whoever comes next finds nothing of the one before; a guest's words go along when they sign in. */
  const enter = (scope: string, before: string | null) => {
    const last = shelf.read('user:last')
    if (isUser(scope) && last !== scope) {
      // Earlier versions wrote who it was without the shop.
      const [, issuer, , id] = scope.split(':')
      if (last !== null && last !== `${issuer}:${id}`) forget()
      shelf.write('user:last', scope)
    }
    draft.moveTo(createDraftPlace(shelf, scope), !isUser(before))
    // For whom the device knew last.
    if (isUser(scope) || last === null) draft.replace(takeUnnamed(shelf).reduce(joinDrafts, draft.fields.value))
    if (before !== null) {
      tickets.forget()
      support.forget()
      submission.edit()
      if (isUser(before)) router.reset()
    }
    void support.load(locale.value)
    void loadTickets()
    if (online.value) void submission.resume()
  }

  /** Where the page cannot say who it is, the desk tells what it tells anybody. */
  const ask = async () => {
    await session.token()
    if (session.scope.peek() === null) await support.load(locale.peek())
  }

  let before: string | null = null
  const stops: (() => void)[] = [
    suggestions.stop,
    support.stop,
    submission.stop,
    effect(() => {
      const own = support.reply.value?.own
      if (own)
        fetched(() => import('../i18n/own-words.ts')).then(
          ({ takeWords }) => takeWords(i18n, own),
          () => {},
        )
    }),
    effect(() => {
      if (pulse.value > 0 && isStarted.peek() && session.isSignedIn.peek()) untracked(() => void tickets.look())
    }),
    effect(() => {
      const query = toQuery(draft.fields.value, locale.value)
      untracked(() => suggestions.follow(query))
    }),
  ]

  /** From now on the desk asks the server: what is only made ready beforehand asks for nothing. */
  const start = () => {
    if (isStarted.peek()) return
    isStarted.value = true
    stops.push(
      effect(() => {
        const scope = session.scope.value
        if (scope === null || scope === before) return
        untracked(() => enter(scope, before))
        before = scope
      }),
    )
  }

  stops.push(
    effect(() => {
      if (openings.value === 0) return
      untracked(() => {
        if (isStarted.peek()) void loadTickets()
        else start()
        void ask()
      })
    }),
    effect(() => {
      if (!online.value) return
      untracked(() => {
        void submission.resume()
        if (support.failure.value) void support.load(locale.value)
      })
    }),
  )

  return {
    ...front,
    start,
    isStarted,
    api,
    session,
    keep,
    databases,
    support,
    reader,
    suggestions,
    tickets,
    submission,
    emit,
    page,
    context,
    ownZone,
    now,
    loadTickets,
    zones: computed(() => ({ support: support.reply.value?.zone ?? 'Europe/Moscow', own: ownZone() })),
    /** Once the page gives another token, or what was wrong with it is mended. */
    async signInAgain() {
      await session.renew()
      session.refuse(null)
      await support.load(locale.value)
      await loadTickets()
    },
    /** What a later part of the panel has to undo at the end. */
    atEnd: (stop: () => void) => void stops.push(stop),
    stop() {
      for (const stop of stops) stop()
    },
  }
}
export type Desk = ReturnType<typeof createDesk>
