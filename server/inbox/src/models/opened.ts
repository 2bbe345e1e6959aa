// The ticket on show: read, kept up with events, changed in its properties.
import { computed, signal } from '@preact/signals'
import { createResource } from '@bilet/widget/resource'
import { randomId } from '@bilet/widget/random-id'
import type { Api, Page, Query, StaffAnswer, StaffFailure } from '../api.ts'
import type { Row } from './replies.ts'

export type OpenedDeps = {
  api: Pick<Api, 'ticket' | 'patch' | 'setTag' | 'list'>
  isOwn: (failure: StaffFailure) => boolean
}

export function createOpened({ api, isOwn }: OpenedDeps) {
  const id = signal('')
  const ticket = createResource(() => api.ticket(id.value))
  const others = signal<Row[]>([])
  const failure = signal<StaffFailure | null>(null)
  const isSaving = signal(false)

  const loadOthers = async () => {
    const asked = id.value
    const requester = ticket.state.value.value?.requester.id
    if (!requester) return
    const query: Query = { requester, status: 'any', sort: '-submittedAt', limit: 10 }
    const answer: StaffAnswer<Page<Row>> = await api.list(query)
    if (asked === id.value && answer.ok) others.value = answer.value.items.filter((row) => row.id !== asked)
  }

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
    others,
    failure,
    isSaving,
    version: computed(() => ticket.state.value.value?.version ?? 0),
    load: ticket.load,
    patch,
    async open(next: string) {
      if (next !== id.value) {
        ticket.clear()
        others.value = []
        failure.value = null
      }
      id.value = next
      await ticket.load()
      await loadOthers()
    },
    async tag(name: string, isOn: boolean) {
      const answer = await api.setTag(id.value, name, isOn)
      failure.value = answer.ok ? null : answer.failure
      if (answer.ok) await ticket.load()
    },
  }
}
export type Opened = ReturnType<typeof createOpened>
