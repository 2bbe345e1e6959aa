// What is known of the ticket beside its thread: the promise, the owner, where it belongs, what was noticed.
import type { ComponentChildren } from 'preact'
import { isOpenStatus } from '@bilet/shared/statuses'
import type { StaffTicket } from '@bilet/shared/staff-replies'
import { shareText, zonedText } from '../../i18n/times.ts'
import { useInbox } from '../../ui/context.ts'
import { Due, StatusBadge } from '../../ui/badges.tsx'
import { Icon } from '../../ui/icon.tsx'
import { departmentName, departments } from '../names.ts'

const Section = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
)

type Of = { ticket: StaffTicket }

function Promise({ ticket }: Of) {
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

function Properties({ ticket }: Of) {
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

function Noticed({ ticket }: Of) {
  const { t } = useInbox()
  const { findings, suggestions } = ticket
  const shown = suggestions?.shown ?? []
  const opened = new Set(suggestions?.opened)
  return (
    <>
      {findings.length > 0 && (
        <Section title={t.ticket.findings}>
          <ul class="plain">
            {[...new Set(findings.map(({ code }) => code))].map((code) => (
              <li key={code}>{Object.hasOwn(t.ticket.finding, code) ? Reflect.get(t.ticket.finding, code) : code}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t.ticket.shown}>
        {shown.length === 0 && <p class="soft">{t.ticket.nothingShown}</p>}
        <ul class="plain">
          {shown.map((id) => (
            <li key={id}>
              {id} {opened.has(id) && <span class="label">{t.ticket.openedMark}</span>}
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function Around({ ticket }: Of) {
  const { t } = useInbox()
  const { pageUrl, environment, templateModified } = ticket
  if (!pageUrl && !environment && !templateModified) return null
  const facts: [string, string][] =
    typeof environment === 'object'
      ? Object.entries(environment).map(([name, value]) => [name, String(value)])
      : environment
        ? [['', environment]]
        : []
  return (
    <Section title={t.ticket.environment}>
      <dl class="facts">
        {pageUrl && (
          <div>
            <dt>{t.ticket.page}</dt>
            <dd>{pageUrl}</dd>
          </div>
        )}
        {facts.map(([name, value]) => (
          <div key={name}>
            {name && <dt>{name}</dt>}
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {templateModified && <p class="amber">{t.ticket.templateModified}</p>}
    </Section>
  )
}

export function Aside({ ticket }: Of) {
  const { inbox, t } = useInbox()
  const mayWrite = inbox.session.may('write') && isOpenStatus(ticket.status)
  return (
    <aside class="aside" aria-label={t.ticket.details}>
      <Promise ticket={ticket} />
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
