// Writing a ticket: the form, its pictures, and what the server says of it. Comes with its part of the panel.
import { computed, effect, signal, untracked } from '@preact/signals'
import type { TicketDraft } from '@bilet/shared/ticket'
import { fail } from './answer.ts'
import type { Failure } from './answer.ts'
import type { Desk } from './desk.ts'
import { toFields } from './draft-body.ts'
import { toMessage } from './draft-message.ts'
import { holdPictures } from './held-pictures.ts'
import { createOnce } from './once.ts'
import { pictureKeepOf } from './picture-keep.ts'
import { preparePicture } from '../prepare-picture.ts'
import { createPictures } from './pictures.ts'
import { createReview } from './review.ts'
import { createTicketForm } from './ticket-form.ts'

export function createWriting(desk: Desk) {
  const { api, draft, support, submission, router, i18n, page, announce, atEnd } = desk
  const review = createReview(api.check)
  const pictures = createPictures(
    { prepare: preparePicture, send: api.upload, takeBack: api.takeBack },
    {
      get: () => draft.fields.value.pictures,
      set: (list) => draft.set({ pictures: list }),
    },
  )
  const addition = signal<{ isSending: boolean; failure?: Failure }>({ isSending: false })
  const held = holdPictures(
    desk,
    pictures,
    'ticket',
    computed(() => draft.fields.value.key),
    { get: () => draft.fields.peek().waiting, set: (waiting) => draft.set({ waiting }) },
  )
  /** Once what an earlier visit left is in hand, what belongs to no draft goes. */
  const sweep = async () => {
    await held.ready()
    const whole = draft.fields.peek()
    await pictureKeepOf(desk).sweep([whole, ...whole.rest].map(({ key }) => key))
  }
  const form = createTicketForm({
    draft,
    support,
    review,
    submission,
    around: computed(() => ({ locale: i18n.locale.value, ...page.value })),
    words: () => i18n.all.value?.findings ?? {},
    deliver: () => held.deliver(),
    ask: () => router.push({ name: 'review' }),
  })

  let turn = draft.turn.peek()
  const stops = [
    review.stop,
    effect(() => {
      if (support.reply.value && form.isWaiting.value) untracked(() => void form.send())
    }),
    effect(() => {
      if (draft.turn.value === turn) return
      turn = draft.turn.value
      untracked(() => {
        form.reset()
        // The same draft in another place, as when a guest signs in, has the same pictures.
        const { waiting } = draft.fields.peek()
        if (!pictures.uploads.peek().some(({ key }) => waiting.includes(key))) pictures.forget()
      })
    }),
    effect(() => {
      if (desk.session.scope.value !== null) untracked(() => void sweep())
    }),
    effect(() => {
      // A picture that arrives while the owner waits to send breaks nothing off.
      if (router.view.value.name === 'ticket' && form.body.value.description && !form.isBusy.value)
        review.follow(form.body.value)
    }),
  ]
  for (const stop of stops) atEnd(stop)

  return {
    review,
    pictures,
    form,
    /** What was to be sent at an earlier visit goes, once its pictures are with the server. */
    finish: async (body: TicketDraft) => {
      held.retry()
      const { key } = draft.fields.value
      const failure = await held.deliver()
      if (draft.fields.value.key !== key) return
      const attachments = draft.fields.value.pictures.map(({ id }) => id)
      if (failure) await submission.hold(body, failure)
      else await submission.send({ ...body, screenshot: { ...body.screenshot, attachments } })
    },
    /** Each question becomes a draft of its own (R16); the first one is next. */
    split: () => {
      const whole = draft.fields.value
      const [first, ...rest] = (review.reply.value?.split ?? []).map((part) => toFields(part, whole))
      if (!first) return
      draft.set({ ...first, rest: [...rest, ...whole.rest] })
      form.reset()
      router.reset({ name: 'ticket' })
    },
    addition,
    /** The draft's words go to the ticket that is open already, as its message (R17); where they cannot, all stays as it is. */
    addTo: async (ticket: { id: string; number: number }) => {
      if (addition.value.isSending) return
      addition.value = { isSending: true }
      const waits = await held.deliver()
      const whole = draft.fields.value
      const { key } = whole
      const message = { text: toMessage(whole), attachments: whole.pictures.map(({ id }) => id) }
      const answer = waits ? fail(waits.code) : await api.reply(ticket.id, message, key)
      addition.value = { isSending: false, ...(!answer.ok && { failure: answer.failure }) }
      if (!answer.ok || draft.fields.value.key !== key) return
      draft.clear()
      announce(i18n.all.value?.review.added ?? '')
      router.reset({ name: 'thread', ...ticket })
    },
  }
}

export const writingOf = createOnce(createWriting)
