// The owner's words on their way to a ticket. Kept on the device at every change, shared by the tabs of one browser.
import { computed, signal } from '@preact/signals'
import { blankDraft, isBlank } from './draft-fields.ts'
import type { DraftFields, DraftPlace } from './draft-fields.ts'
import { mergeDrafts } from './merge-drafts.ts'

const nowhere: DraftPlace = { read: () => blankDraft, write: () => false }

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
