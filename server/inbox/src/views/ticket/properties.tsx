// Where the ticket belongs: whose it is, in which department, under which tags.
import type { StaffTicket } from '@bilet/shared/staff-replies'
import { shareText } from '../../i18n/times.ts'
import { useInbox } from '../../ui/context.ts'
import { Icon } from '../../ui/icon.tsx'
import { departmentName, departments } from '../names.ts'
import { Section } from './section.tsx'

export function Properties({ ticket }: { ticket: StaffTicket }) {
  const { inbox, t } = useInbox()
  const { opened, session, sheet } = inbox
  const mayWrite = session.may('write')
  const guess = ticket.suggestedDepartment
  return (
    <>
      <Section title={t.ticket.assignee}>
        <p class="with-button">
          <span>{ticket.assignee ?? <span class="soft">{t.ticket.nobody}</span>}</span>
          {mayWrite && ticket.assignee !== session.name.value && (
            <button type="button" onClick={() => void opened.patch({ assignee: session.name.value })}>
              {t.ticket.takeIt}
            </button>
          )}
          {mayWrite && (
            <button type="button" class="quiet" onClick={() => (sheet.value = 'assign')}>
              {t.bulk.assign}
            </button>
          )}
        </p>
      </Section>
      <Section title={t.ticket.department}>
        <select
          aria-label={t.ticket.department}
          value={ticket.department}
          disabled={!mayWrite}
          onChange={({ currentTarget }) => void opened.patch({ department: currentTarget.value })}
        >
          {departments(inbox).map(({ id, name }) => (
            <option key={id} value={id}>
              {name[inbox.i18n.locale.value]}
            </option>
          ))}
        </select>
        {guess && guess.id !== ticket.department && (
          <p class="soft">{t.ticket.guessed(departmentName(inbox, guess.id), shareText(t, guess.confidence))}</p>
        )}
      </Section>
      <Section title={t.ticket.tags}>
        <p class="tags">
          {ticket.tags.map((tag) => (
            <span key={tag} class="tag">
              {tag}
              {mayWrite && (
                <button type="button" aria-label={`${t.remove}: ${tag}`} onClick={() => void opened.tag(tag, false)}>
                  <Icon name="close" />
                </button>
              )}
            </span>
          ))}
          {mayWrite && (
            <button type="button" class="quiet with-icon" onClick={() => (sheet.value = 'tag')}>
              <Icon name="plus" />
              {t.ticket.addTag}
            </button>
          )}
        </p>
      </Section>
    </>
  )
}
