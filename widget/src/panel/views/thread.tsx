import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ComponentChildren } from 'preact'
import type { HistoryEntry, TicketReply } from '@bilet/shared/replies'
import { limits } from '@bilet/shared/limits'
import { isOpenStatus } from '@bilet/shared/statuses'
import { momentText, supportTime } from '../i18n/times.ts'
import { threadOf } from '../models/thread.ts'
import { useWords } from '../ui/context.ts'
import { FilePicker } from '../ui/file-picker.tsx'
import { Icon } from '../ui/icon.tsx'
import { PictureList, PictureRow } from '../ui/pictures.tsx'
import { FailureNotice, WhenLoaded } from '../ui/states.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { StatusBadge } from './ticket-rows.tsx'

function Moment({ at }: { at: string }) {
  const { desk, t } = useWords()
  return <time dateTime={at}>{momentText(t, at, desk.zones.value.own, desk.now())}</time>
}

type BubbleProps = { who: string; at: string; kind: 'own' | 'staff' | 'decision'; children: ComponentChildren }

function Bubble({ who, at, kind, children }: BubbleProps) {
  const { desk, t } = useWords()
  const isNew = kind !== 'own' && Date.parse(at) > Date.parse(threadOf(desk).readUpTo.value)
  return (
    <li class={`bubble ${kind} ${isNew ? 'is-new' : ''}`}>
      <p class="who">
        <b>{who}</b>
        {isNew && <mark>{t.thread.isNew}</mark>}
        <Moment at={at} />
      </p>
      {children}
    </li>
  )
}

/** A decision with its reason in words and what the owner can do next (R19). */
function Decision({ entry }: { entry: Extract<HistoryEntry, { kind: 'decision' }> }) {
  const { desk, t } = useWords()
  const { at, name, decision, reasonText, help, text, until } = entry
  return (
    <Bubble who={name ?? t.thread.support} at={at} kind="decision">
      <p>
        <b>{t.thread.decision[decision]}</b>
      </p>
      {until && <p>{t.thread.until(supportTime(t, 'by', until, desk.zones.value, desk.now()))}</p>}
      {reasonText && <p>{reasonText}.</p>}
      {text && <p class="words">{text}</p>}
      {help && <p>{help}.</p>}
    </Bubble>
  )
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const { actions, t } = useWords()
  switch (entry.kind) {
    case 'submitted':
      return null
    case 'status':
      return (
        <li class="turn">
          {t.thread.statusChanged(t.tickets.status[entry.status])} · <Moment at={entry.at} />
        </li>
      )
    case 'decision':
      return <Decision entry={entry} />
    default: {
      const { from, name, at, text, attachments, articleId } = entry
      const who = from === 'owner' ? t.thread.you : (name ?? (from === 'staff' ? t.thread.support : t.thread.system))
      return (
        <Bubble who={who} at={at} kind={from === 'owner' ? 'own' : 'staff'}>
          <p class="words">{text}</p>
          {articleId && (
            <button class="link with-icon" onClick={() => actions.openArticle(articleId)}>
              <Icon name="article" />
              {t.thread.article}
            </button>
          )}
          <PictureRow of={attachments} />
        </Bubble>
      )
    }
  }
}

/** What the owner wrote at first. */
function FirstMessage({ ticket }: { ticket: TicketReply }) {
  const { t } = useWords()
  const { submittedAt, description, steps, screenshot, attachments } = ticket
  return (
    <Bubble who={t.thread.you} at={submittedAt} kind="own">
      <p class="words">{description}</p>
      {steps.length > 0 && (
        <ol class="sent-steps" aria-label={t.thread.steps}>
          {steps.map((step, index) => (
            <li key={index}>{step}</li>
          ))}
        </ol>
      )}
      {screenshot.links.map((link) => (
        <p key={link}>
          <a href={link} target="_blank" rel="noopener noreferrer">
            {link}
          </a>
        </p>
      ))}
      <PictureRow of={attachments} />
    </Bubble>
  )
}

function Promised({ ticket }: { ticket: TicketReply }) {
  const { desk, t } = useWords()
  const { reactedAt, reactionDueAt, queuePosition, status } = ticket
  if (reactedAt || !isOpenStatus(status)) return null
  const isLate = Date.parse(reactionDueAt) < desk.now()
  return (
    <p class="promise">
      {isLate ? t.thread.late : t.ticket.replyBy(supportTime(t, 'by', reactionDueAt, desk.zones.value, desk.now()))}
      {queuePosition !== null && ` · ${t.thread.queue(queuePosition)}`}
    </p>
  )
}

export function Thread() {
  const { desk, t } = useWords()
  const { ticket: opened, load, earlier } = threadOf(desk)
  const entries = useRef<HTMLUListElement>(null)
  const { history = [] } = opened.value.value ?? {}
  const last = history.at(-1)?.id
  // What came last is what the owner came for.
  useLayoutEffect(() => {
    if (history.length > 1) entries.current?.lastElementChild?.scrollIntoView({ block: 'nearest' })
  }, [last])
  return (
    <WhenLoaded from={opened.value} lines={6} onRetry={() => void load()}>
      {(ticket) => (
        <>
          <h2 class="thread-title">{ticket.subject}</h2>
          <p class="thread-state">
            <StatusBadge status={ticket.status} />
          </p>
          <Promised ticket={ticket} />
          <ul ref={entries} class="thread" aria-live="polite">
            <FirstMessage ticket={ticket} />
            {ticket.historyCursor && (
              <li class="turn">
                <button class="link" onClick={() => void earlier()}>
                  {t.thread.earlier}
                </button>
              </li>
            )}
            {ticket.history.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ul>
        </>
      )}
    </WhenLoaded>
  )
}

export function ThreadFooter() {
  const { desk, t } = useWords()
  const { reply, pictures, ticket: opened, send } = threadOf(desk)
  const box = useRef<HTMLDivElement>(null)
  const ticket = opened.value.value
  if (!ticket) return null
  const { text, pictures: arrived } = reply.fields.value
  return (
    <div class="reply">
      {reply.failure.value && <FailureNotice failure={reply.failure.value} />}
      {!isOpenStatus(ticket.status) && <p class="hint">{t.thread.isClosed}</p>}
      <PictureList pictures={pictures} arrived={arrived} />
      <div ref={box} class="reply-box">
        <TextArea
          aria-label={t.thread.reply}
          rows={1}
          value={text}
          maxLength={limits.message}
          placeholder={t.thread.replyHint}
          onInput={({ currentTarget }) => reply.set({ text: currentTarget.value })}
        />
        <FilePicker label={t.thread.attach} class="icon-button" onPick={(files) => pictures.add(files)}>
          <Icon name="image" />
        </FilePicker>
        <button
          class="primary"
          aria-busy={reply.isSending.value}
          onClick={() => (text.trim() ? void send() : box.current?.querySelector('textarea')?.focus())}
        >
          {reply.isSending.value ? t.ticket.sending : t.ticket.send}
        </button>
      </div>
    </div>
  )
}
