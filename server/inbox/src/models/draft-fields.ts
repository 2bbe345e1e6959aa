import type { AttachmentReply } from '@bilet/shared/replies'
import type { DecisionKind } from '@bilet/shared/ticket-events'

/** A decision being taken, where one goes with the words. `until` is as the field gives it: local, without a zone. */
export type DecisionFields = { kind: DecisionKind; reason: string; until: string }

/** What an agent is writing to one ticket. */
export type DraftFields = {
  text: string
  isNote: boolean
  pictures: AttachmentReply[]
  article: { id: string; title: string; url: string } | null
  decision: DecisionFields | null
}

export const blankDraft: DraftFields = { text: '', isNote: false, pictures: [], article: null, decision: null }

/** Whether nothing of it would be missed. */
export const isBlank = ({ text, pictures, article, decision }: DraftFields) =>
  !text.trim() && pictures.length === 0 && article === null && decision === null
