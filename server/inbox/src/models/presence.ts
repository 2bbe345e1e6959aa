// Who else looks at the ticket on show, or writes to its owner: told and asked every few seconds while it is open.
import { signal } from '@preact/signals'
import type { StaffAnswer } from '../api.ts'
import type { Others } from './replies.ts'

export type PresenceDeps = {
  tell: (ticket: string, doing: 'looking' | 'typing') => Promise<StaffAnswer<Others>>
  leave: (ticket: string) => Promise<unknown>
  /** Calls back every so many milliseconds; gives what ends that. */
  every: (ms: number, act: () => void) => () => void
  now: () => number
}

const everyMs = 3_000
/** Who wrote a letter this long ago is still writing. */
const typingMs = 6_000

export function createPresence({ tell, leave, every, now }: PresenceDeps) {
  const others = signal<Others['others']>([])
  let ticket = ''
  let typedAt = Number.NEGATIVE_INFINITY
  let stop: (() => void) | undefined

  const beat = async () => {
    const asked = ticket
    const answer = await tell(asked, now() - typedAt < typingMs ? 'typing' : 'looking')
    if (asked === ticket) others.value = answer.ok ? answer.value.others : []
  }
  const close = () => {
    stop?.()
    stop = undefined
    if (ticket) void leave(ticket)
    ticket = ''
    others.value = []
  }

  return {
    others,
    open(id: string) {
      if (id === ticket) return
      close()
      ticket = id
      typedAt = Number.NEGATIVE_INFINITY
      stop = every(everyMs, () => void beat())
      void beat()
    },
    close,
    typed() {
      const wasTyping = now() - typedAt < typingMs
      typedAt = now()
      if (!wasTyping && ticket) void beat()
    },
  }
}
export type Presence = ReturnType<typeof createPresence>
