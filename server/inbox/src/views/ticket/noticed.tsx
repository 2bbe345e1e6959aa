// What the desk noticed of the ticket by itself: findings at sending, articles shown, the page and browser it came from.
import type { StaffTicket } from '@bilet/shared/staff-replies'
import { useInbox } from '../../ui/context.ts'
import { ArticleTitle } from './article-title.tsx'
import { Section } from './section.tsx'

type Of = { ticket: StaffTicket }

export function Noticed({ ticket }: Of) {
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
              <ArticleTitle id={id} /> {opened.has(id) && <span class="label">{t.ticket.openedMark}</span>}
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

export function Around({ ticket }: Of) {
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
