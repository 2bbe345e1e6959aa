// Tickets ticked for one change to all of them, and what became of each.
import { computed, signal } from '@preact/signals'
import { randomId } from '@bilet/widget/random-id'
import type { BulkResult, StaffAnswer, StaffFailure } from '../api.ts'

export type SelectionDeps = {
  bulk: (json: object, guard: { key: string }) => Promise<StaffAnswer<{ results: BulkResult[] }>>
}

export function createSelection({ bulk }: SelectionDeps) {
  const ids = signal<ReadonlySet<string>>(new Set())
  const isBusy = signal(false)
  const results = signal<BulkResult[] | null>(null)
  const failure = signal<StaffFailure | null>(null)

  const clear = () => {
    ids.value = new Set()
    results.value = null
    failure.value = null
  }

  /** What could not be changed stays ticked. */
  const tell = (told: BulkResult[]) => {
    results.value = told
    ids.value = new Set(told.filter(({ outcome }) => outcome !== 'changed').map(({ id }) => id))
  }

  return {
    ids,
    isBusy,
    results,
    failure,
    count: computed(() => ids.value.size),
    toggle(id: string) {
      const next = new Set(ids.value)
      if (!next.delete(id)) next.add(id)
      ids.value = next
      results.value = null
    },
    /** All of these, or none where all are ticked already. */
    toggleAll(all: readonly string[]) {
      ids.value = all.every((id) => ids.value.has(id)) ? new Set() : new Set(all)
      results.value = null
    },
    clear,
    tell,
    /** `{change}` or `{decision}` to all that are ticked; false when nothing was asked or answered. */
    async apply(what: { change: object } | { decision: object }): Promise<boolean> {
      if (isBusy.value || ids.value.size === 0) return false
      isBusy.value = true
      const answer = await bulk({ ids: [...ids.value], ...what }, { key: randomId() })
      isBusy.value = false
      failure.value = answer.ok ? null : answer.failure
      if (!answer.ok) return false
      tell(answer.value.results)
      return true
    },
  }
}
export type Selection = ReturnType<typeof createSelection>
