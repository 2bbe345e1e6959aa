import type { StaffTicket } from '@bilet/shared/staff-replies'
import { momentText } from '../../i18n/times.ts'
import type { Trouble } from '../../models/composer.ts'
import { useInbox } from '../../ui/context.ts'
import { Notice } from '../../ui/states.tsx'
import { entryText } from './change-texts.ts'

/** Somebody was quicker: what they did, and whether the words still go. */
export function Conflict({ ticket, trouble }: { ticket: StaffTicket; trouble: Trouble }) {
  const { inbox, t } = useInbox()
  const { composer } = inbox
  const { conflict } = trouble.failure
  const nameOf = (by: { kind: string; name?: string | undefined }) =>
    by.name ?? (by.kind === 'owner' ? t.ticket.owner : t.ticket.system)
  return (
    <Notice tone="amber">
      <div role="alertdialog" aria-label={t.conflict.title} class="conflict">
        <b>{t.conflict.title}</b>
        <p>{t.conflict.text}</p>
        <ul>
          {conflict?.changes.map((entry) => (
            <li key={entry.id}>
              {nameOf(entry.by)}, {momentText(t, entry.at, inbox.clock.value, inbox.zone.value)}:{' '}
              {entryText(inbox, entry)}
            </li>
          ))}
        </ul>
        <p class="buttons">
          <button
            type="button"
            class="primary"
            onClick={() =>
              composer.send(ticket, { waits: trouble.waits, version: conflict?.version ?? ticket.version })
            }
          >
            {t.conflict.sendAnyway}
          </button>
          <button type="button" onClick={composer.dismiss}>
            {t.cancel}
          </button>
        </p>
      </div>
    </Notice>
  )
}
