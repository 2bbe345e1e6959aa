// One ticket and the reply to it. Comes with its part of the panel.
import { effect, signal, untracked } from '@preact/signals'
import type { Desk } from './desk.ts'
import { createOnce } from './once.ts'
import { preparePicture } from '../prepare-picture.ts'
import { createPictures } from './pictures.ts'
import { createReply } from './reply.ts'
import { createResource } from './resource.ts'

export function createThread({ api, router, i18n, keep, tickets, inbox, session, atEnd }: Desk) {
  const openId = signal('')
  const ticket = createResource(() => api.ticket(openId.value, i18n.locale.value))
  const reply = createReply({ send: api.reply, read: keep.readReply, write: keep.writeReply })
  const pictures = createPictures(
    { prepare: preparePicture, send: api.upload },
    {
      get: () => reply.fields.value.pictures,
      set: (list) => reply.set({ pictures: list }),
    },
  )

  const load = async () => {
    await ticket.load()
    const { value } = ticket.state.value
    if (value) tickets.markSeen(value.id, value.updatedAt)
  }
  const open = async (id: string) => {
    if (openId.value !== id) {
      ticket.clear()
      pictures.forget()
    }
    openId.value = id
    reply.open(id)
    await load()
  }

  let owner = session.scope.peek()
  const stops = [
    effect(() => {
      const view = router.view.value
      if (view.name === 'thread') untracked(() => void open(view.id))
    }),
    effect(() => {
      if (router.view.value.name !== 'thread' || inbox.value.length === 0) return
      pictures.add(inbox.value)
      inbox.value = []
    }),
    effect(() => {
      const scope = session.scope.value
      if (scope === owner) return
      owner = scope
      untracked(ticket.clear)
    }),
  ]
  for (const stop of stops) atEnd(stop)

  return {
    ticket: ticket.state,
    reply,
    pictures,
    load,
    send: async () => {
      if (await reply.send()) await load()
    },
  }
}

export const threadOf = createOnce(createThread)
