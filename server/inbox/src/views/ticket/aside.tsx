// What is known of the ticket beside its thread.
import { isOpenStatus } from '@bilet/shared/statuses'
import type { StaffTicket } from '@bilet/shared/staff-replies'
import { zonedText } from '../../i18n/times.ts'
import { useInbox } from '../../ui/context.ts'
import { Due, StatusBadge } from '../../ui/badges.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Around, Noticed } from './noticed.tsx'
import { Properties } from './properties.tsx'
import { Section } from './section.tsx'

type Of = { ticket: StaffTicket }

function Promised({ ticket }: Of) {
  const { inbox, t } = useInbox()
  const { reactedAt, reactionDueAt, extendedUntil, status } = ticket
  const told = (time: string) => zonedText(t, time, inbox.clock.value, inbox.zone.value)
  const isOpen = isOpenStatus(status)
  return (
    <Section title={t.ticket.promise}>
      {reactedAt === null && isOpen && (
        <p>
          {t.ticket.replyBy} <Due at={reactionDueAt} />
        </p>
      )}
      {reactedAt !== null && (
        <p>{reactedAt <= reactionDueAt ? t.ticket.replied(told(reactedAt)) : t.ticket.repliedLate(told(reactedAt))}</p>
      )}
      {extendedUntil && (
        <p>
          {t.ticket.extendedUntil} {told(extendedUntil)}
        </p>
      )}
      {!isOpen && inbox.session.may('write') && (
        <button type="button" onClick={() => void inbox.opened.patch({ status: 'in_progress' })}>
          {t.ticket.reopen}
        </button>
      )}
    </Section>
  )
}

function Requester({ ticket }: Of) {
  const { t } = useInbox()
  const { name, email, shop, verified } = ticket.requester
  const others = ticket.otherTickets ?? []
  return (
    <>
      <Section title={t.ticket.requester}>
        <p>{name ?? t.ticket.guest}</p>
        {email && <p class="soft">{email}</p>}
        {shop && <p class="soft">{shop}</p>}
        {!verified && <p class="amber">{t.ticket.unverified}</p>}
      </Section>
      <Section title={t.ticket.others}>
        {others.length === 0 && <p class="soft">{t.ticket.noOthers}</p>}
        <ul class="others">
          {others.map((other) => (
            <li key={other.id}>
              <a href={`#/ticket/${other.id}`}>
                {t.ticket.number(other.number)} {other.subject}
              </a>
              <StatusBadge status={other.status} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

export function Aside({ ticket }: Of) {
  const { inbox, t } = useInbox()
  const mayWrite = inbox.session.may('write') && isOpenStatus(ticket.status)
  return (
    <aside class="aside" aria-label={t.ticket.details}>
      <Promised ticket={ticket} />
      <Properties ticket={ticket} />
      <Requester ticket={ticket} />
      {mayWrite && (
        <p class="aside-actions">
          <button type="button" class="with-icon" onClick={() => (inbox.sheet.value = 'split')}>
            <Icon name="split" />
            {t.ticket.split}
          </button>
          <button type="button" class="with-icon" onClick={() => (inbox.sheet.value = 'duplicate')}>
            <Icon name="copy" />
            {t.ticket.duplicate}
          </button>
        </p>
      )}
      <Noticed ticket={ticket} />
      <Around ticket={ticket} />
    </aside>
  )
}
