// The ticket on show: read, kept up with events, changed in its properties.
import { computed, signal } from '@preact/signals'
import { createResource } from '@bilet/widget/resource'
import type { Resource } from '@bilet/widget/resource'
import { randomId } from '@bilet/widget/random-id'
import type { AttachmentReply } from '@bilet/shared/replies'
import type { StaffTicket } from '@bilet/shared/staff-replies'
import type { Api, StaffFailure } from '../api.ts'

export type OpenedDeps = {
  api: Pick<Api, 'ticket' | 'patch' | 'setTag'>
  isOwn: (failure: StaffFailure) => boolean
}

export function createOpened({ api, isOwn }: OpenedDeps) {
  const id = signal('')
  const known = (): StaffTicket | undefined => ticket.state.peek().value
  const ticket: Resource<StaffTicket> = createResource(async () => {
    const answer = await api.ticket(id.value)
    return answer.ok ? { ok: true, value: withEarlier(answer.value, known()) } : answer
  })
  const isLoadingEarlier = signal(false)
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
    if (answer.ok) ticket.set(withEarlier(answer.value, known()))
    else if (answer.failure.conflict) await ticket.load()
  }

  /** Fetches what happened before what is shown. */
  const earlier = async () => {
    const from = known()
    if (!from?.historyCursor || isLoadingEarlier.value) return
    isLoadingEarlier.value = true
    const answer = await api.ticket(from.id, from.historyCursor)
    isLoadingEarlier.value = false
    failure.value = answer.ok ? null : answer.failure
    const shown = known()
    if (!answer.ok || shown?.id !== from.id || shown.historyCursor !== from.historyCursor) return
    const { attachments, history, historyCursor } = answer.value
    const pictures = distinct([...shown.attachments, ...attachments])
    ticket.set({ ...shown, attachments: pictures, history: [...history, ...shown.history], historyCursor })
  }

  return {
    id,
    ticket: ticket.state,
    earlier,
    isLoadingEarlier,
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

const distinct = (pictures: AttachmentReply[]) => [...new Map(pictures.map((one) => [one.id, one])).values()]

/**
 * The ticket as it was read now, with what was fetched of its past and the pictures of that; without them where so much
 * has come since that a gap would lie between.
 */
function withEarlier(fresh: StaffTicket, known: StaffTicket | undefined): StaffTicket {
  const oldest = fresh.history[0]?.id
  const at = known?.id === fresh.id ? known.history.findIndex(({ id }) => id === oldest) : -1
  if (!known || at < 0) return fresh
  const { historyCursor, attachments } = known
  const history = [...known.history.slice(0, at), ...fresh.history]
  return { ...fresh, historyCursor, history, attachments: distinct([...attachments, ...fresh.attachments]) }
}
