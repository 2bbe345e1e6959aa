// Sending: one press makes one ticket, whatever happens to the answer.
import { signal } from '@preact/signals'
import type { SubmittedReply } from '@bilet/shared/replies'
import type { TicketDraft } from '@bilet/shared/ticket'
import { isLost } from './answer.ts'
import type { Answer, Failure } from './answer.ts'
import type { Draft } from './draft.ts'
import type { DraftFields } from './draft-fields.ts'
import { randomId } from './random-id.ts'

export type SubmissionDeps = {
  draft: Draft
  submit: (body: TicketDraft, key: string) => Promise<Answer<SubmittedReply>>
  /** `late` holds words that were changed after the ticket had gone, unknown to the owner. */
  onSent: (receipt: SubmittedReply, late: DraftFields | null) => void
}

/** `queued`: kept on the device until the network is back. */
export type SubmissionState = { step: 'idle' | 'sending' | 'queued' } | { step: 'failed'; failure: Failure }

const wordsOf = ({ subject, description, steps }: TicketDraft) => JSON.stringify([subject, description, steps])

export function createSubmission({ draft, submit, onSent }: SubmissionDeps) {
  const state = signal<SubmissionState>({ step: 'idle' })

  const finish = (receipt: SubmittedReply, late: DraftFields | null = null) => {
    draft.clear()
    state.value = { step: 'idle' }
    onSent(receipt, late)
  }

  /** The answer to an earlier attempt, when the server says that its key went with other words. */
  const recover = async (earlier: TicketDraft, key: string, body: TicketDraft) => {
    const answer = await submit(earlier, key)
    if (answer.ok) return finish(answer.value, wordsOf(earlier) === wordsOf(body) ? null : draft.fields.value)
    state.value = { step: 'failed', failure: answer.failure }
  }

  /**
   * Sends under the key of the attempt that is still without an answer, so that a repeat makes no second ticket.
   * A lost answer leaves the attempt in the draft, on the device; a refusal ends it.
   */
  const send = async (body: TicketDraft) => {
    if (state.value.step === 'sending') return
    state.value = { step: 'sending' }
    const earlier = draft.fields.value.pending
    const attempt = { key: earlier?.key ?? randomId(), body: earlier?.body ?? body }
    draft.set({ pending: { ...attempt, isQueued: true } })
    const answer = await submit(body, attempt.key)
    if (answer.ok) return finish(answer.value)
    const { failure } = answer
    if (failure.code === 'offline') {
      state.value = { step: 'queued' }
      return
    }
    draft.set({ pending: isLost(failure) || earlier ? { ...attempt, isQueued: false } : null })
    if (earlier && failure.code === 'idempotency_key_reused') return recover(earlier.body, attempt.key, body)
    state.value = { step: 'failed', failure }
  }

  return {
    state,
    send,
    /** Sends what is queued: at the next visit, or when the network is back. */
    async resume() {
      const { pending } = draft.fields.value
      if (pending?.isQueued) await send(pending.body)
    },
    /** Back to writing. The attempt may have arrived, so its key stays. */
    edit() {
      const { pending } = draft.fields.value
      if (pending) draft.set({ pending: { ...pending, isQueued: false } })
      state.value = { step: 'idle' }
    },
  }
}
export type Submission = ReturnType<typeof createSubmission>
