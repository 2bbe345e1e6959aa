import type { View } from '../models/router.ts'
import { useDesk } from '../ui/context.ts'

/** The owner's tickets are one press away from wherever words are written or read. */
export function TicketsLink({ view: { name } }: { view: View }) {
  const { front, desk, t } = useDesk()
  const isListed =
    name === 'tickets' || name === 'thread' || (name === 'home' && !front.draft.fields.value.subject.trim())
  if (isListed || !desk.session.isSignedIn.value) return null
  const unread = desk.tickets.unread.value
  return (
    <p class="to-tickets">
      <button class="link" onClick={() => front.router.push({ name: 'tickets' })}>
        {t.titles.tickets}
        {unread > 0 && <b class="count">{unread}</b>}
      </button>
    </p>
  )
}
