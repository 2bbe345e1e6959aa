import type { StaffHistoryEntry } from '@bilet/shared/staff-replies'
import { zonedText } from '../../i18n/times.ts'
import { useInbox } from '../../ui/context.ts'
import { Bubble } from './bubble.tsx'

/** A decision with its reason as the owner reads it (R19). */
export function Decided({ entry }: { entry: Extract<StaffHistoryEntry, { kind: 'decision' }> }) {
  const { inbox, t } = useInbox()
  const { kind, reason, text, until, duplicateOf } = entry.decision
  const locale = inbox.i18n.locale.value
  const known = inbox.desk.value.value?.reasons.find(({ id }) => id === reason)
  return (
    <Bubble kind="decision" name={entry.by.name ?? t.ticket.staff} at={entry.at} label={t.ticket.decision[kind]}>
      {until && <p>{t.ticket.until(zonedText(t, until, inbox.clock.value, inbox.zone.value))}</p>}
      {reason && <p>{known?.words[locale] ?? reason}</p>}
      {duplicateOf && (
        <p>
          <a href={`#/ticket/${duplicateOf.id}`}>{t.ticket.duplicateOf(duplicateOf.number)}</a>
        </p>
      )}
      {text && <p class="words">{text}</p>}
    </Bubble>
  )
}
