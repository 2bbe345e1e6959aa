// The owner's words on their way to a ticket. Kept on the device at every change, shared by the tabs of one browser.
import { computed, signal } from '@preact/signals'
import type { AttachmentReply } from '@bilet/shared/replies'
import type { NoSteps, TicketDraft } from '@bilet/shared/ticket'
import { mergeDrafts } from './merge-drafts.ts'

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

const nowhere: DraftPlace = { read: () => blankDraft, write: () => false }

/** Whether nothing of it would be missed. */
export const isBlank = ({ subject, description, steps, pictures, links, rest, pending }: DraftFields) =>
  !subject.trim() &&
  !description.trim() &&
  !steps.join('').trim() &&
  !pictures.length &&
  !links.length &&
  !rest.length &&
  !pending

export function createDraft() {
  const fields = signal(blankDraft)
  const isKept = signal(true)
  /** Rises when another draft takes the place of this one. */
  const turn = signal(0)
  let place = nowhere
  /** What this tab and the device last agreed on. */
  let agreed = blankDraft

  const pull = () => {
    const merged = mergeDrafts(agreed, fields.value, place.read())
    agreed = merged
    fields.value = merged
  }
  const push = () => {
    pull()
    isKept.value = place.write(fields.value)
  }

  return {
    fields,
    turn,
    /** False when the device refuses to keep the words. */
    isKept,
    hasWords: computed(() => !isBlank(fields.value)),
    set(change: Partial<DraftFields>) {
      fields.value = { ...fields.value, ...change }
      push()
    },
    /** Takes in what another tab wrote. */
    pull,
    /**
     * Moves to another place. `carry` takes the words along where the new place has none;
     * words written before there was any place are put to those that are there.
     */
    moveTo(next: DraftPlace, carry: boolean) {
      const words = carry && (place === nowhere || isBlank(next.read())) ? fields.value : blankDraft
      if (words !== blankDraft) place.write(blankDraft)
      place = next
      agreed = blankDraft
      fields.value = words
      turn.value++
      push()
    },
    /** Ends this draft and goes on to the next one of a split, if there is one. */
    clear() {
      const [next, ...rest] = fields.value.rest
      fields.value = next ? { ...next, rest } : blankDraft
      turn.value++
      push()
    },
  }
}
export type Draft = ReturnType<typeof createDraft>
