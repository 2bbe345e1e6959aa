// What the agent has sent: held for ten seconds so that it can be taken back, then sent once, whatever the network does.
import { signal } from '@preact/signals'
import { isLost } from '@bilet/widget/answer'
import { randomId } from '@bilet/widget/random-id'
import type { Guard, StaffAnswer, StaffFailure } from '../api.ts'
import type { DraftFields } from './draft-fields.ts'

export type Send = {
  /** The idempotency key: one for each press, however often it is tried. */
  key: string
  ticket: { id: string; number: number }
  /** The version that the agent saw. */
  version: number
  what: 'messages' | 'decisions'
  body: object
  /** What it was made of, to be given back. */
  draft: DraftFields
  /** When it goes, epoch milliseconds. */
  at: number
  /** `waiting`: for the network, or for the agent to sign in again. */
  step: 'held' | 'sending' | 'waiting'
}

export type SendsDeps = {
  act: (id: string, what: string, json: object, guard: Guard) => Promise<StaffAnswer<unknown>>
  read: () => Send[]
  write: (sends: Send[]) => void
  now: () => number
  /** Calls back after so many milliseconds; gives what calls that off. */
  after: (ms: number, act: () => void) => () => void
  canSend: () => boolean
  /** Whether what happened meanwhile was all the agent's own doing: then nothing contradicts. */
  isOwn: (failure: StaffFailure) => boolean
  onSent: (send: Send) => void
  /** It was refused: the words go back to the ticket, with the reason. */
  onRefused: (send: Send, failure: StaffFailure) => void
}

export const holdMs = 10_000
const retryMs = 5_000

export function createSends(deps: SendsDeps) {
  const { act, read, write, now, after, canSend, isOwn, onSent, onRefused } = deps
  const list = signal<Send[]>([])
  const callOff = new Map<string, () => void>()
  /** Keys that this page answers for. What another page of the agent holds is kept beside them, and is theirs to take back. */
  const own = new Set<string>()

  const set = (next: Send[]) => {
    list.value = next
    write([...read().filter(({ key }) => !own.has(key)), ...next.filter(({ key }) => own.has(key))])
  }
  const change = (key: string, patch: Partial<Send>) =>
    set(list.value.map((send) => (send.key === key ? { ...send, ...patch } : send)))
  const drop = (key: string) => {
    callOff.get(key)?.()
    callOff.delete(key)
    set(list.value.filter((send) => send.key !== key))
  }
  const later = (key: string, ms: number) => {
    callOff.get(key)?.()
    callOff.set(
      key,
      after(ms, () => void go(key)),
    )
  }

  async function go(key: string) {
    const send = list.value.find((one) => one.key === key)
    if (!send || send.step === 'sending') return
    if (!own.has(key) && !read().some((kept) => kept.key === key)) {
      list.value = list.value.filter((one) => one.key !== key)
      return
    }
    own.add(key)
    if (!canSend()) return change(key, { step: 'waiting' })
    change(key, { step: 'sending' })
    const { ticket, what, body, version } = send
    const answer = await act(ticket.id, what, body, { key, version })
    if (answer.ok) {
      drop(key)
      onSent(send)
      return
    }
    const { failure } = answer
    if (failure.conflict && isOwn(failure)) {
      change(key, { step: 'held', version: failure.conflict.version })
      return go(key)
    }
    if (isLost(failure) || failure.code === 'token_invalid') {
      change(key, { step: 'waiting' })
      if (canSend()) later(key, retryMs)
      return
    }
    drop(key)
    onRefused(send, failure)
  }

  return {
    list,
    hold(send: Omit<Send, 'key' | 'at' | 'step'>) {
      const held: Send = { ...send, key: randomId(), at: now() + holdMs, step: 'held' }
      own.add(held.key)
      set([...list.value, held])
      later(held.key, holdMs)
      return held
    },
    /** Takes it back, while it is not on its way; gives what was written. */
    undo(key: string): Send | null {
      const send = list.value.find((one) => one.key === key)
      if (!send || send.step === 'sending') return null
      own.add(key)
      drop(key)
      return send
    },
    /** Does not wait any longer for this one. */
    now: (key: string) => go(key),
    /** Sends what waited: the network is back, or the agent is. */
    resume() {
      for (const { key, step } of list.value) if (step === 'waiting') void go(key)
    },
    /** What an earlier visit had pressed "send" for goes when it would have, unless it is taken back elsewhere. */
    restore() {
      const known = new Set(list.value.map(({ key }) => key))
      const kept = read().filter(({ key }) => !known.has(key))
      list.value = [...list.value, ...kept.map((send): Send => ({ ...send, step: 'waiting' }))]
      for (const { key, at } of kept) later(key, Math.max(0, at - now()))
    },
    /** The page is being closed: what is held goes at once, under its key, so that a later repeat adds nothing. */
    flush() {
      for (const { key, step } of list.value) if (step === 'held') void go(key)
    },
  }
}
export type Sends = ReturnType<typeof createSends>
