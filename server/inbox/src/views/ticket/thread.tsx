import { useLayoutEffect, useRef } from 'preact/hooks'
import type { AttachmentReply } from '@bilet/shared/replies'
import type { StaffHistoryEntry, StaffTicket } from '@bilet/shared/staff-replies'
import { useInbox } from '../../ui/context.ts'
import { Bubble, Turn } from './bubble.tsx'
import { Decided } from './decided.tsx'
import { Pictures } from './pictures.tsx'
import { changeTexts } from './change-texts.ts'

type EntryProps<Kind> = { entry: Extract<StaffHistoryEntry, { kind: Kind }>; ticket: StaffTicket }

function Message({ entry, ticket }: EntryProps<'message'>) {
  const { t } = useInbox()
  const { by, at, text, visibility, attachments, articleId, article, splitInto } = entry
  const isNote = visibility === 'internal'
  const kind = isNote ? 'note' : by.kind === 'owner' ? 'owner' : 'staff'
  const name =
    by.kind === 'system' ? t.ticket.system : (by.name ?? (by.kind === 'owner' ? t.ticket.owner : t.ticket.staff))
  const pictures = attachments.flatMap((id) => ticket.attachments.find((picture) => picture.id === id) ?? [])
  return (
    <Bubble kind={kind} name={name} at={at} label={isNote ? t.ticket.note : undefined}>
      {text && <p class="words">{text}</p>}
      {splitInto && (
        <p class="links">
          {splitInto.map(({ id, number }) => (
            <a key={id} href={`#/ticket/${id}`}>
              {t.ticket.number(number)}
            </a>
          ))}
        </p>
      )}
      {articleId && (
        <p class="with-article">
          {article?.url ? (
            <a href={article.url} target="_blank" rel="noopener noreferrer">
              {article.title}
            </a>
          ) : (
            `${t.ticket.article}: ${article?.title ?? articleId}`
          )}
        </p>
      )}
      <Pictures of={pictures} />
    </Bubble>
  )
}

function Entry({ entry, ticket }: { entry: StaffHistoryEntry; ticket: StaffTicket }) {
  const { inbox, t } = useInbox()
  switch (entry.kind) {
    case 'submitted':
      return entry.splitFrom ? (
        <Turn at={entry.at} name={entry.by.name ?? t.ticket.staff}>
          <a href={`#/ticket/${entry.splitFrom.id}`}>{t.ticket.splitFrom(entry.splitFrom.number)}</a>
        </Turn>
      ) : null
    case 'message':
      return <Message entry={entry} ticket={ticket} />
    case 'decision':
      return <Decided entry={entry} />
    default:
      return (
        <Turn at={entry.at} name={entry.by.kind === 'staff' ? (entry.by.name ?? t.ticket.staff) : t.ticket.system}>
          {changeTexts(inbox, entry).join(', ')}
        </Turn>
      )
  }
}

/** What the owner wrote at first: the question, the steps, the pictures, or the honest way out of them. */
function First({ ticket, pictures }: { ticket: StaffTicket; pictures: AttachmentReply[] }) {
  const { t } = useInbox()
  const { requester, submittedAt, description, steps, noSteps, screenshot } = ticket
  return (
    <Bubble kind="owner" name={requester.name ?? requester.email ?? t.ticket.owner} at={submittedAt}>
      <p class="words">{description}</p>
      {steps.length > 0 && (
        <>
          <p class="caption">{t.ticket.steps}</p>
          <ol class="steps">
            {steps.map((step, index) => (
              <li key={index}>{step}</li>
            ))}
          </ol>
        </>
      )}
      {noSteps && <p class="soft">{t.ticket.noSteps[noSteps]}</p>}
      {screenshot.links.map((link) => (
        <p key={link}>
          <a href={link} target="_blank" rel="noopener noreferrer">
            {link}
          </a>
        </p>
      ))}
      <Pictures of={pictures} />
    </Bubble>
  )
}

export function Thread({ ticket }: { ticket: StaffTicket }) {
  const { inbox, t } = useInbox()
  const { earlier, isLoadingEarlier } = inbox.opened
  const scroller = useRef<HTMLElement>(null)
  const last = ticket.history.at(-1)?.id
  // Keys scroll it once it has the focus, though nothing in it may take any.
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.tabIndex = 0
  }, [])
  // What came last is what the agent came for.
  useLayoutEffect(() => {
    const element = scroller.current
    if (element && ticket.history.length > 1) element.scrollTop = element.scrollHeight
  }, [ticket.id, last])
  const first = ticket.attachments.filter(({ id }) => ticket.screenshot.attachments.includes(id))
  return (
    <section ref={scroller} class="scroller" aria-label={t.ticket.history}>
      <ol class="thread">
        <First ticket={ticket} pictures={first} />
        {ticket.historyCursor && (
          <li class="turn">
            <button type="button" class="link" aria-busy={isLoadingEarlier.value} onClick={() => void earlier()}>
              {t.ticket.earlier}
            </button>
          </li>
        )}
        {ticket.history.map((entry) => (
          <Entry key={entry.id} entry={entry} ticket={ticket} />
        ))}
      </ol>
    </section>
  )
}
