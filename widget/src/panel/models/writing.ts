// Writing a ticket: the form, its pictures, and what the server says of it. Comes with its part of the panel.
import { computed, effect, untracked } from '@preact/signals'
import type { TicketDraft } from '@bilet/shared/ticket'
import type { Desk } from './desk.ts'
import { toFields } from './draft-body.ts'
import { toMessage } from './draft-message.ts'
import { holdPictures } from './held-pictures.ts'
import { createOnce } from './once.ts'
import { preparePicture } from '../prepare-picture.ts'
import { createPictures } from './pictures.ts'
import { createReview } from './review.ts'
import { createTicketForm } from './ticket-form.ts'

export function createWriting(desk: Desk) {
  const { api, draft, support, submission, router, i18n, page, inbox, keep, atEnd } = desk
  const review = createReview(api.check)
  const pictures = createPictures(
    { prepare: preparePicture, send: api.upload },
    {
      get: () => draft.fields.value.pictures,
      set: (list) => draft.set({ pictures: list }),
    },
  )
  const held = holdPictures(desk, pictures)
  const form = createTicketForm({
    draft,
    support,
    review,
    submission,
    around: computed(() => ({ locale: i18n.locale.value, ...page.value })),
    deliver: () => held.deliver(),
    ask: () => router.push({ name: 'review' }),
  })

  let turn = draft.turn.peek()
  let key = draft.fields.peek().key
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
        if (draft.fields.peek().key !== key) pictures.forget()
      })
    }),
    effect(() => {
      ;({ key } = draft.fields.value)
    }),
    effect(() => {
      if (router.view.value.name === 'ticket' && form.body.value.description) review.follow(form.body.value)
    }),
    effect(() => {
      if (router.view.value.name !== 'ticket' || inbox.value.length === 0) return
      pictures.add(inbox.value)
      inbox.value = []
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
      const failure = await held.deliver()
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
      router.goTo({ name: 'ticket' })
    },
    /** The draft's words go to the ticket that is open already (R17). */
    addTo: (ticket: { id: string; number: number }) => {
      const whole = draft.fields.value
      const begun = keep.readReply(ticket.id)
      keep.writeReply(ticket.id, {
        text: [begun?.text, toMessage(whole)].filter(Boolean).join('\n\n'),
        pictures: [...(begun?.pictures ?? []), ...whole.pictures],
        key: '',
      })
      draft.clear()
      router.reset({ name: 'thread', ...ticket })
    },
  }
}

export const writingOf = createOnce(createWriting)
