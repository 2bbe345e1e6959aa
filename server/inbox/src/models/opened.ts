// The ticket on show: read, kept up with events, changed in its properties.
import { computed, signal } from '@preact/signals'
import { createResource } from '@bilet/widget/resource'
import { randomId } from '@bilet/widget/random-id'
import type { Api, StaffFailure } from '../api.ts'

export type OpenedDeps = {
  api: Pick<Api, 'ticket' | 'patch' | 'setTag'>
  isOwn: (failure: StaffFailure) => boolean
}

export function createOpened({ api, isOwn }: OpenedDeps) {
  const id = signal('')
  const ticket = createResource(() => api.ticket(id.value))
  const failure = signal<StaffFailure | null>(null)
  const isSaving = signal(false)

  /** Saves under the version on show; what only the agent's own work has moved on is tried once more. */
  const patch = async (change: object) => {
    const { value } = ticket.state.value
    if (!value || isSaving.value) return
    isSaving.value = true
    const key = randomId()
    let answer = await api.patch(value.id, change, { key, version: value.version })
    if (!answer.ok && answer.failure.conflict && isOwn(answer.failure))
      answer = await api.patch(value.id, change, { key: randomId(), version: answer.failure.conflict.version })
    isSaving.value = false
    failure.value = answer.ok ? null : answer.failure
    if (answer.ok) ticket.set(answer.value)
    else if (answer.failure.conflict) await ticket.load()
  }

  return {
    id,
    ticket: ticket.state,
    failure,
    isSaving,
    version: computed(() => ticket.state.value.value?.version ?? 0),
    load: ticket.load,
    patch,
    async open(next: string) {
      if (next !== id.value) {
        ticket.clear()
        failure.value = null
      }
      id.value = next
      await ticket.load()
    },
    async tag(name: string, isOn: boolean) {
      const answer = await api.setTag(id.value, name, isOn)
      failure.value = answer.ok ? null : answer.failure
      if (answer.ok) await ticket.load()
    },
  }
}
export type Opened = ReturnType<typeof createOpened>
