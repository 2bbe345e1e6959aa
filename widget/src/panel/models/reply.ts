// An addition to a ticket: kept as it is typed, sent once.
import { signal } from '@preact/signals'
import type { Answer, Failure } from './answer.ts'
import { isLost } from './answer.ts'
import { merge } from './merge.ts'
import { blankReply } from './reply-fields.ts'
import type { ReplyFields } from './reply-fields.ts'
import { randomId } from './random-id.ts'

export type ReplyDeps = {
  send: (ticket: string, message: { text: string; attachments: string[] }, key: string) => Promise<Answer<unknown>>
  /** Waits for pictures under way; why they cannot go now, if they cannot. */
  deliver: () => Promise<Failure | null>
  read: (ticket: string) => ReplyFields | null
  write: (ticket: string, reply: ReplyFields | null) => void
}

export function createReply({ send, deliver, read, write }: ReplyDeps) {
  const fields = signal(blankReply)
  const isSending = signal(false)
  const failure = signal<Failure | null>(null)
  let ticket = ''

  /** What the device held when this tab last read or wrote it. */
  let held = blankReply

  const set = (change: Partial<ReplyFields>) => {
    fields.value = merge(held, { ...fields.value, ...change }, read(ticket) ?? held)
    held = fields.value
    write(ticket, fields.value.text || fields.value.pictures.length > 0 ? fields.value : null)
  }

  return {
    fields,
    isSending,
    failure,
    set,
    open(id: string) {
      ticket = id
      failure.value = null
      fields.value = held = read(id) ?? blankReply
    },
    /** True once the server has it. The key outlives a lost answer, so that a repeat adds nothing twice. */
    async send(): Promise<boolean> {
      const to = ticket
      if (isSending.value || !fields.value.text.trim()) return false
      isSending.value = true
      const waits = await deliver()
      if (waits || to !== ticket) {
        isSending.value = false
        failure.value = waits
        return false
      }
      const { text, pictures } = fields.value
      set({ key: fields.value.key || randomId() })
      const message = { text: text.trim(), attachments: pictures.map(({ id }) => id) }
      const answer = await send(to, message, fields.value.key)
      isSending.value = false
      failure.value = answer.ok ? null : answer.failure
      if (answer.ok) write(to, null)
      if (to !== ticket) return answer.ok
      // What came while it was on its way is the next one's.
      const { text: now, pictures: all } = fields.value
      if (answer.ok)
        set({
          text: now.startsWith(text) ? now.slice(text.length).trimStart() : now,
          pictures: all.filter(({ id }) => !message.attachments.includes(id)),
          key: '',
        })
      else if (!isLost(answer.failure)) set({ key: '' })
      return answer.ok
    },
  }
}
export type Reply = ReturnType<typeof createReply>
