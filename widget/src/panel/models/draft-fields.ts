// What a draft holds, and where one is kept.
import type { AttachmentReply } from '@bilet/shared/replies'
import type { NoSteps, TicketDraft } from '@bilet/shared/ticket'

export type DraftFields = {
  subject: string
  description: string
  /** As typed: may hold empty lines. */
  steps: string[]
  noSteps: NoSteps | ''
  pictures: AttachmentReply[]
  links: string[]
  nothingToShow: boolean
  /** Chosen by the owner; empty while the text decides. */
  department: string
  email: string
  /** Facts that the owner took off. */
  removedFacts: string[]
  /** Articles that were opened. */
  seen: string[]
  /** Questions of the check that the owner has answered: `split`, or a ticket's id. */
  settled: string[]
  /** Drafts that wait their turn after a split. */
  rest: DraftFields[]
  /** A submission without an answer yet: repeated under its key, it makes one ticket. */
  pending: { key: string; body: TicketDraft; isQueued: boolean } | null
}

export const blankDraft: DraftFields = {
  subject: '',
  description: '',
  steps: [],
  noSteps: '',
  pictures: [],
  links: [],
  nothingToShow: false,
  department: '',
  email: '',
  removedFacts: [],
  seen: [],
  settled: [],
  rest: [],
  pending: null,
}

/** Where a draft is kept between visits. */
export type DraftPlace = {
  read(): DraftFields
  /** False when the device does not keep it. */
  write(draft: DraftFields): boolean
}

/** Whether nothing of it would be missed. */
export const isBlank = ({ subject, description, steps, pictures, links, rest, pending }: DraftFields) =>
  !subject.trim() &&
  !description.trim() &&
  !steps.join('').trim() &&
  !pictures.length &&
  !links.length &&
  !rest.length &&
  !pending
