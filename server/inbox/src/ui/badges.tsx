import type { TicketStatus } from '@bilet/shared/ticket'
import { leftText, urgencyOf, zonedText } from '../i18n/times.ts'
import { useInbox } from './context.ts'

export function StatusBadge({ status }: { status: TicketStatus }) {
  const { t } = useInbox()
  return <span class={`badge ${status}`}>{t.status[status]}</span>
}

/** How long is left, and by the clock of the desk's zone; what was promised and kept says nothing any more. */
export function Due({ at }: { at: string }) {
  const { inbox, t } = useInbox()
  const now = inbox.clock.value
  return (
    <time class={`due ${urgencyOf(at, now)}`} dateTime={at}>
      <b>{leftText(t, at, now)}</b> <small>{zonedText(t, at, now, inbox.zone.value)}</small>
    </time>
  )
}
