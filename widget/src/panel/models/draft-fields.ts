// What a draft holds, and where one is kept.
import type { AttachmentReply } from '@bilet/shared/replies'
import type { NoSteps, TicketDraft } from '@bilet/shared/ticket'

/** What the owner says that the draft is: decides what is asked for. Empty while the text decides. */
export type ChosenKind = '' | 'question' | 'trouble'

export type DraftFields = {
  /** Born with the first words and kept to the end: under it the draft makes one ticket, whichever tab sends it. */
  key: string
  /** The question as it was typed at first, of any length. */
  subject: string
  /** What more there is to say. */
  description: string
  kind: ChosenKind
  /** As typed: may hold empty lines. */
  steps: string[]
  noSteps: NoSteps | ''
  pictures: AttachmentReply[]
  /** Pictures that are on this device and not with the server yet, by their keys. */
  waiting: string[]
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
  /**
   * Submissions that may have arrived without an answer, first one first, while `isQueued` the last is to be repeated;
   * `unsent` has not been sent at all, because its pictures wait for the network.
   */
  pending: { bodies: TicketDraft[]; isQueued: boolean; unsent: TicketDraft | null } | null
}

export const blankDraft: DraftFields = {
  key: '',
  subject: '',
  description: '',
  kind: '',
  steps: [],
  noSteps: '',
  pictures: [],
  waiting: [],
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
export const isBlank = ({ subject, description, steps, pictures, waiting, links, rest, pending }: DraftFields) =>
  !subject.trim() &&
  !description.trim() &&
  !steps.join('').trim() &&
  !pictures.length &&
  !waiting.length &&
  !links.length &&
  !rest.length &&
  !pending
