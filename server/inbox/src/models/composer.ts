// What is being written to the ticket on show, and the ways it can be sent.
import { computed, signal } from '@preact/signals'
import type { StaffTicket } from '@bilet/shared/staff-replies'
import type { StaffFailure } from '../api.ts'
import { blankDraft, isBlank } from './draft-fields.ts'
import type { DecisionFields, DraftFields } from './draft-fields.ts'
import type { Drafts } from './drafts.ts'
import type { Send, Sends } from './sends.ts'

export type ComposerDeps = { drafts: Drafts; sends: Sends }

/** Why the last send of this ticket did not go: shown over its words until something is done about it. */
export type Trouble = { send: Send; failure: StaffFailure; waits: boolean }

type Ticket = Pick<StaffTicket, 'id' | 'number' | 'version'>

/** A decision as the API takes it: `until` from the local time of its field. */
export const toDecision = ({ kind, reason, until }: DecisionFields, text: string) => ({
  kind,
  ...(reason && { reason }),
  ...(text && { text }),
  ...(until && { until: new Date(until).toISOString() }),
})

/** The request that the words make: an answer or note, with what goes along, or a decision. */
export function toRequest({ text, isNote, pictures, article, decision }: DraftFields, waits: boolean) {
  const words = text.trim()
  if (decision) return { what: 'decisions' as const, body: toDecision(decision, words) }
  return {
    what: 'messages' as const,
    body: {
      text: words,
      visibility: isNote ? 'internal' : 'public',
      ...(pictures.length > 0 && { attachments: pictures.map(({ id }) => id) }),
      ...(article && !isNote && { articleId: article.id }),
      ...(waits && !isNote && { status: 'waiting_for_customer' }),
    },
  }
}

export function createComposer({ drafts, sends }: ComposerDeps) {
  const fields = signal<DraftFields>(blankDraft)
  const troubles = signal<ReadonlyMap<string, Trouble>>(new Map())
  /** What lacks before it can be sent. */
  const missing = signal<'text' | 'reason' | null>(null)
  const open = signal('')

  const settle = (ticket: string, trouble: Trouble | null) => {
    const next = new Map(troubles.value)
    if (trouble) next.set(ticket, trouble)
    else next.delete(ticket)
    troubles.value = next
  }
  const set = (change: Partial<DraftFields>) => {
    fields.value = { ...fields.value, ...change }
    missing.value = null
    drafts.write(open.value, fields.value)
  }

  /** Words come back under what has been written since. */
  const giveBack = (send: Send) => {
    const { id } = send.ticket
    const now = id === open.value ? fields.value : drafts.read(id)
    const text = [send.draft.text, now.text].filter(Boolean).join('\n\n')
    const back = isBlank(now) ? send.draft : { ...now, text }
    drafts.write(id, back)
    if (id === open.value) fields.value = back
  }

  return {
    fields,
    missing,
    set,
    giveBack,
    isBlank: computed(() => isBlank(fields.value)),
    trouble: computed(() => troubles.value.get(open.value) ?? null),
    troubles,
    open(ticket: string) {
      open.value = ticket
      missing.value = null
      fields.value = drafts.read(ticket)
    },
    refused(send: Send, failure: StaffFailure) {
      giveBack(send)
      settle(send.ticket.id, { send, failure, waits: 'status' in send.body })
    },
    dismiss: () => settle(open.value, null),
    /** Holds what is written, and empties the field. False, with what lacks, where it cannot be sent. */
    send(ticket: Ticket, { waits = false, version = ticket.version } = {}): boolean {
      const draft = fields.value
      const needsText = !draft.decision || draft.decision.kind === 'resolve'
      const hasWords = draft.text.trim() !== '' || draft.pictures.length > 0 || draft.article !== null
      if (draft.decision && draft.decision.kind !== 'resolve' && !draft.decision.reason) missing.value = 'reason'
      else if (needsText && !hasWords) missing.value = 'text'
      if (missing.value) return false
      const { id, number } = ticket
      sends.hold({ ticket: { id, number }, version, draft, ...toRequest(draft, waits) })
      settle(id, null)
      drafts.write(id, blankDraft)
      if (id === open.value) fields.value = blankDraft
      return true
    },
  }
}
export type Composer = ReturnType<typeof createComposer>
