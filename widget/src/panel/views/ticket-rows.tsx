import type { TicketSummary } from '@bilet/shared/replies'
import type { TicketStatus } from '@bilet/shared/ticket'
import { numberText } from '../i18n/i18n.ts'
import { momentText } from '../i18n/times.ts'
import { useDesk } from '../ui/context.ts'

export function StatusBadge({ status }: { status: TicketStatus }) {
  const { t } = useDesk()
  return <span class={`badge ${status}`}>{t.tickets.status[status]}</span>
}

export function TicketRows({ items }: { items: TicketSummary[] }) {
  const { desk, actions, t } = useDesk()
  return (
    <ul class="rows">
      {items.map((item) => (
        <li key={item.id}>
          <button class="ticket-row" onClick={() => actions.openThread(item)}>
            <span class="subject">
              {item.unread && <i class="unread" aria-label={t.tickets.unread} />}
              {item.subject}
            </span>
            <StatusBadge status={item.status} />
            <small>
              {numberText(item.number)} · {momentText(t, item.updatedAt, desk.zones.value.own, desk.now())}
            </small>
          </button>
        </li>
      ))}
    </ul>
  )
}
