// Sending: one press makes one ticket, whatever happens to the answer.
import { signal } from '@preact/signals'
import type { SubmittedReply } from '@bilet/shared/replies'
import type { TicketDraft } from '@bilet/shared/ticket'
import { isLost } from './answer.ts'
import type { Answer, Failure } from './answer.ts'
import type { Draft } from './draft.ts'
import type { DraftFields } from './draft-fields.ts'

export type SubmissionDeps = {
  draft: Draft
  submit: (body: TicketDraft, key: string) => Promise<Answer<SubmittedReply>>
  /** Sends a body whose pictures wait for the network, once they are there. */
  finish: (body: TicketDraft) => Promise<void>
  /** `late` holds words that were changed after the ticket had gone, unknown to the owner. */
  onSent: (receipt: SubmittedReply, late: DraftFields | null) => void
}

/** `queued`: kept on the device and sent again by itself; `failure` says why it has not gone. */
export type SubmissionState =
  | { step: 'idle' | 'sending' }
  | { step: 'queued'; failure: Failure }
  | { step: 'failed'; failure: Failure }

/** Milliseconds to the next attempt of its own, longer each time. The network's return does not wait for it. */
const pauses = [3_000, 10_000, 30_000, 60_000]

const wordsOf = ({ subject, description, steps }: Pick<DraftFields, 'subject' | 'description' | 'steps'>) =>
  JSON.stringify([subject, description, steps])

export function createSubmission({ draft, submit, finish: finishPictures, onSent }: SubmissionDeps) {
  const state = signal<SubmissionState>({ step: 'idle' })
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempts = 0

  const settle = (next: SubmissionState) => {
    clearTimeout(timer)
    if (next.step === 'queued') timer = setTimeout(() => void resume(), pauses[Math.min(attempts++, pauses.length - 1)])
    else if (next.step === 'idle') attempts = 0
    state.value = next
  }

  /** The key's ticket is made. What another tab has begun since is not touched. */
  const finish = (receipt: SubmittedReply, key: string, late: DraftFields | null = null) => {
    draft.pull()
    if (draft.fields.value.key === key) draft.clear()
    settle({ step: 'idle' })
    onSent(receipt, late)
  }

  /** The key went with other words: one of the attempts without an answer had arrived. */
  const recover = async (key: string, earlier: TicketDraft[], body: TicketDraft, failure: Failure) => {
    for (const attempt of earlier) {
      const answer = await submit(attempt, key)
      if (answer.ok) return finish(answer.value, key, wordsOf(attempt) === wordsOf(body) ? null : draft.fields.value)
    }
    settle({ step: 'failed', failure })
  }

  /**
   * Sends under the draft's own key, which ends with the ticket and with nothing else: no repeat, from whichever tab,
   * makes a second one. What may have arrived is remembered in the draft, on the device.
   */
  const send = async (body: TicketDraft) => {
    if (state.value.step === 'sending') return
    draft.pull()
    const { key, pending } = draft.fields.value
    if (!key) return settle({ step: 'idle' })
    settle({ step: 'sending' })
    const earlier = (pending?.bodies ?? []).filter((attempt) => JSON.stringify(attempt) !== JSON.stringify(body))
    draft.set({ pending: { bodies: [...earlier, body], isQueued: true, unsent: null } })
    const words = wordsOf(draft.fields.value)
    const answer = await submit(body, key)
    draft.pull()
    const now = draft.fields.value
    if (answer.ok) return finish(answer.value, key, now.key !== key || wordsOf(now) === words ? null : now)
    // The owner signed out or became another meanwhile: their draft went with them.
    if (draft.fields.value.key !== key) return settle({ step: 'idle' })
    const { failure } = answer
    if (isLost(failure)) return settle({ step: 'queued', failure })
    draft.set({ pending: earlier.length > 0 ? { bodies: earlier, isQueued: false, unsent: null } : null })
    if (failure.code === 'idempotency_key_reused') return recover(key, earlier, body, failure)
    settle({ step: 'failed', failure })
  }

  /** Sends what is queued: at the next visit, when the network is back, or after a pause. */
  const resume = async () => {
    const { pending } = draft.fields.value
    if (!pending?.isQueued || state.value.step === 'sending') return
    const body = pending.bodies.at(-1)
    if (pending.unsent) await finishPictures(pending.unsent)
    else if (body) await send(body)
  }

  /** Keeps a body whose pictures cannot go now. */
  const hold = async (body: TicketDraft, failure: Failure) => {
    const bodies = draft.fields.value.pending?.bodies ?? []
    draft.set({ pending: { bodies, isQueued: true, unsent: body } })
    settle({ step: 'queued', failure })
  }

  return {
    state,
    send,
    hold,
    resume,
    /** Back to writing. The attempt may have arrived, so it is remembered. */
    edit() {
      const { pending } = draft.fields.value
      if (pending) draft.set({ pending: { ...pending, isQueued: false, unsent: null } })
      settle({ step: 'idle' })
    },
    stop: () => clearTimeout(timer),
  }
}
export type Submission = ReturnType<typeof createSubmission>
