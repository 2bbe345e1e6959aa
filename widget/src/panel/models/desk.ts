// All models of the panel, tied together. No DOM: what the page gives comes in through the deps.
import { computed, effect, signal, untracked } from '@preact/signals'
import type { SubmittedReply } from '@bilet/shared/replies'
import type { Emit } from '../../loader/bridge.ts'
import type { Api } from '../api.ts'
import type { I18n } from '../i18n/i18n.ts'
import { createDraft } from './draft.ts'
import type { DraftFields } from './draft.ts'
import { toMessage } from './draft-body.ts'
import type { Facts } from './draft-body.ts'
import { createDraftPlace, createKeep } from './keep.ts'
import { createPictures } from './pictures.ts'
import { createReader } from './reader.ts'
import { createReply } from './reply.ts'
import { createReview } from './review.ts'
import { createRouter } from './router.ts'
import type { Session } from './session.ts'
import type { Shelf } from './shelf.ts'
import { createSubmission } from './submission.ts'
import { createSuggestions } from './suggestions.ts'
import { createSupport } from './support.ts'
import { createTicketForm } from './ticket-form.ts'
import { createTickets } from './tickets.ts'

export type DeskDeps = {
  api: Api
  session: Session
  shelf: Shelf
  i18n: I18n
  emit: Emit
  /** Wipes what is kept for owners who were signed in. */
  forget: () => void
  now: () => number
  /** IANA name of the owner's own zone. */
  ownZone: string
  isOnline: boolean
}

/** What the panel tells of the page it is on. */
export type Page = { pageUrl: string; facts: Facts }

const userOf = (scope: string) => (scope.startsWith('user:') ? (scope.split(':').at(-1) ?? '') : '')

export function createDesk({ api, session, shelf, i18n, emit, forget, now, ownZone, isOnline }: DeskDeps) {
  const { locale } = i18n
  const online = signal(isOnline)
  const page = signal<Page>({ pageUrl: '', facts: {} })
  const announcement = signal('')
  const router = createRouter()
  const keep = createKeep(shelf, () => session.scope.value ?? 'guest')

  const support = createSupport({ ask: api.support, read: keep.readSupport, write: keep.writeSupport })
  const reader = createReader({ ask: api.article, feedback: api.feedback })
  const suggestions = createSuggestions(api.suggest)
  const review = createReview(api.check)
  const draft = createDraft()
  const pictures = createPictures(api.upload, {
    get: () => draft.fields.value.pictures,
    set: (list) => draft.set({ pictures: list }),
  })
  const tickets = createTickets({
    list: api.tickets,
    find: (id) => api.ticket(id, locale.value),
    readSeen: keep.readSeen,
    writeSeen: keep.writeSeen,
  })
  const reply = createReply({ send: api.reply, read: keep.readReply, write: keep.writeReply })
  const replyPictures = createPictures(api.upload, {
    get: () => reply.fields.value.pictures,
    set: (list) => reply.set({ pictures: list }),
  })

  const loadTickets = async () => {
    if (session.isSignedIn.value) await tickets.load()
  }

  const onSent = (receipt: SubmittedReply, late: DraftFields | null) => {
    form.reset()
    pictures.forget()
    tickets.markSeen(receipt.id, receipt.submittedAt)
    if (late) keep.writeReply(receipt.id, { text: toMessage(late), pictures: late.pictures, key: '' })
    router.reset({ name: 'sent', receipt, isLate: late !== null })
    emit('ticket-sent', { id: receipt.id, number: receipt.number })
    void loadTickets()
  }

  const submission = createSubmission({ draft, submit: api.submit, onSent })
  const form = createTicketForm({
    draft,
    support,
    review,
    submission,
    around: computed(() => ({ locale: locale.value, ...page.value })),
    ask: () => router.push({ name: 'review' }),
  })

  /** Whoever comes next finds nothing of the one before; a guest's words go along when they sign in. */
  const enter = (scope: string, before: string | null) => {
    const user = userOf(scope)
    const last = shelf.read('last-user')
    if (user && last !== user) {
      if (last !== null) forget()
      shelf.write('last-user', user)
    }
    draft.moveTo(createDraftPlace(shelf, scope), !before?.startsWith('user:'))
    if (before !== null) {
      for (const model of [pictures, replyPictures, tickets, support]) model.forget()
      form.reset()
      submission.edit()
      router.reset()
    }
    void support.load(locale.value)
    void loadTickets()
    if (online.value) void submission.resume()
  }

  let before: string | null = null
  const stops = [
    effect(() => {
      const scope = session.scope.value
      if (scope === null || scope === before) return
      untracked(() => enter(scope, before))
      before = scope
    }),
    effect(() => {
      const { subject, description, steps } = draft.fields.value
      const query = { subject, description, steps, locale: locale.value }
      untracked(() => suggestions.follow(query))
    }),
    effect(() => {
      if (router.view.value.name === 'ticket' && draft.fields.value.description.trim()) review.follow(form.body.value)
    }),
  ]

  return {
    router,
    session,
    support,
    reader,
    suggestions,
    review,
    draft,
    pictures,
    tickets,
    reply,
    replyPictures,
    submission,
    form,
    i18n,
    emit,
    online,
    page,
    announcement,
    now,
    loadTickets,
    loadPicture: api.picture,
    zones: computed(() => ({ support: support.reply.value?.zone ?? 'Europe/Moscow', own: ownZone })),
    announce: (text: string) => void (announcement.value = text),
    /** Who the owner is, as soon as the page can tell. */
    async start() {
      if (session.scope.value === null) await session.renew()
    },
    setOnline(isNowOnline: boolean) {
      online.value = isNowOnline
      if (isNowOnline) void submission.resume()
    },
    stop() {
      suggestions.stop()
      review.stop()
      for (const stop of stops) stop()
    },
  }
}
export type Desk = ReturnType<typeof createDesk>
