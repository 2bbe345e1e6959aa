// One ticket and the reply to it. Comes with its part of the panel.
import { computed, effect, signal, untracked } from '@preact/signals'
import type { TicketReply } from '@bilet/shared/replies'
import type { Desk } from './desk.ts'
import { holdPictures } from './held-pictures.ts'
import { createOnce } from './once.ts'
import { replyPlace } from './picture-keep.ts'
import { preparePicture } from '../prepare-picture.ts'
import { createPictures } from './pictures.ts'
import { createReply } from './reply.ts'
import { createResource } from './resource.ts'

export function createThread(desk: Desk) {
  const { api, router, i18n, keep, tickets, session, pulse, isOpen, atEnd } = desk
  const openId = signal('')
  const ticket = createResource(() => api.ticket(openId.value, i18n.locale.value))
  const pictures = createPictures(
    { prepare: preparePicture, send: api.upload, takeBack: api.takeBack },
    {
      get: () => reply.fields.value.pictures,
      set: (list) => reply.set({ pictures: list }),
    },
  )
  const reply = createReply({
    send: api.reply,
    deliver: () => held.deliver(),
    read: keep.readReply,
    write: keep.writeReply,
  })

  const held = holdPictures(
    desk,
    pictures,
    'thread',
    computed(() => openId.value && replyPlace(openId.value)),
  )

  /** What is younger than this, RFC 3339, came since the owner last had the ticket before them. */
  const readUpTo = signal('')
  let isLooking = false

  const show = async ({ id, readAt, unread, updatedAt }: TicketReply) => {
    readUpTo.value ||= readAt
    if (unread) await tickets.read(id, updatedAt)
  }
  const load = async () => {
    await ticket.load()
    const { value } = ticket.state.value
    if (value && value.id === openId.value) await show(value)
  }
  /** Looks for news. A failure is not told: what is shown stays, and the next look may do. */
  const refresh = async () => {
    const known = ticket.state.value.value
    if (!known || isLooking) return
    isLooking = true
    const answer = await api.ticket(known.id, i18n.locale.value)
    isLooking = false
    if (!answer.ok || known.id !== openId.value || answer.value.updatedAt === known.updatedAt) return
    ticket.set(answer.value)
    await show(answer.value)
  }
  /** What was said before what is shown; news that come meanwhile win, and it is asked for again. */
  const earlier = async () => {
    const { value } = ticket.state.value
    const answer = value?.historyCursor && (await api.ticket(value.id, i18n.locale.value, value.historyCursor))
    if (!answer || !answer.ok || ticket.state.value.value !== value) return
    const { history, historyCursor } = answer.value
    ticket.set({ ...value, history: [...history, ...value.history], historyCursor })
  }
  const open = async (id: string) => {
    const isOther = openId.value !== id
    reply.open(id)
    openId.value = id
    if (isOther) {
      ticket.clear()
      // They stay on the device, for when the owner comes back to that ticket.
      pictures.forget()
      readUpTo.value = ''
    }
    await load()
  }

  let owner = session.scope.peek()
  const stops = [
    effect(() => {
      // What is not before the owner's eyes is not read.
      if (pulse.value > 0 && isOpen.peek() && router.view.peek().name === 'thread') untracked(() => void refresh())
    }),
    effect(() => {
      // The desk tells the reasons of decisions in the language that it is asked in.
      if (i18n.locale.value && isOpen.peek() && openId.peek() && router.view.peek().name === 'thread')
        untracked(() => void load())
    }),
    effect(() => {
      const view = router.view.value
      if (view.name === 'thread') untracked(() => void open(view.id))
    }),
    effect(() => {
      const scope = session.scope.value
      if (scope === owner) return
      owner = scope
      untracked(() => {
        ticket.clear()
        openId.value = ''
        reply.open('')
        pictures.forget()
        const view = router.view.value
        if (view.name === 'thread') void open(view.id)
      })
    }),
  ]
  for (const stop of stops) atEnd(stop)

  return {
    ticket: ticket.state,
    readUpTo,
    reply,
    pictures,
    load,
    earlier,
    send: async () => {
      if (await reply.send()) await load()
    },
  }
}

export const threadOf = createOnce(createThread)
