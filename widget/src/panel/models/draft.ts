// The owner's words on their way to a ticket. Kept on the device at every change, shared by the tabs of one browser.
import { computed, signal } from '@preact/signals'
import { blankDraft, isBlank } from './draft-fields.ts'
import type { DraftFields, DraftPlace } from './draft-fields.ts'
import { joinDrafts, merge } from './merge.ts'
import { randomId } from './random-id.ts'

const named = (fields: DraftFields) => (fields.key || isBlank(fields) ? fields : { ...fields, key: randomId() })

/** Until the page has said whose words they are, and there is a place for them, `hold` keeps them: false where it cannot. */
export function createDraft(hold: DraftPlace['write'] = () => false) {
  const nowhere: DraftPlace = { read: () => held, write: hold }
  const fields = signal(blankDraft)
  const isKept = signal(true)
  /** Rises when another draft takes the place of this one. */
  const turn = signal(0)
  let place = nowhere
  /** What the device held when this tab last read or wrote it: a write that was refused has changed nothing there. */
  let held = blankDraft

  const take = (next: DraftFields) => {
    // Sent or thrown away in another tab: what is written from here on is another draft.
    const isOver = fields.value.key !== '' && next.key === ''
    fields.value = next
    if (isOver) turn.value++
  }
  const pull = () => {
    const read = place.read()
    // A blank draft is not kept: that there is none is no news from another tab.
    const now = isBlank(read) && isBlank(held) ? held : read
    take(merge(held, fields.value, now))
    held = now
  }
  const push = () => {
    pull()
    fields.value = named(fields.value)
    isKept.value = place.write(fields.value)
    if (isKept.value) held = fields.value
  }
  const replace = (next: DraftFields) => {
    fields.value = next
    turn.value++
    push()
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
      const [mine, there] = [fields.value, next.read()]
      const isMine = carry && !isBlank(mine) && (place === nowhere || isBlank(there))
      if (isMine) place.write(blankDraft)
      place = next
      held = blankDraft
      replace(isMine ? joinDrafts(there, mine) : blankDraft)
    },
    /** Puts another draft in the place of this one. */
    replace,
    /** Ends this draft and goes on to the next one of a split, if there is one. */
    clear() {
      const [next, ...rest] = fields.value.rest
      replace(next ? { ...next, rest } : blankDraft)
    },
  }
}
export type Draft = ReturnType<typeof createDraft>
