import { useLayoutEffect } from 'preact/hooks'
import type { StaffTicket } from '@bilet/shared/staff-replies'
import { useInbox } from '../../ui/context.ts'
import { isOpenStatus } from '@bilet/shared/statuses'
import { Due, StatusBadge } from '../../ui/badges.tsx'
import { PlanBadge } from '../plan-badge.tsx'
import { Icon } from '../../ui/icon.tsx'
import { FailureNotice, WhenLoaded } from '../../ui/states.tsx'
import { Aside } from './aside.tsx'
import { Composer } from './composer.tsx'
import { viewed } from './picture-source.ts'
import { Thread } from './thread.tsx'
import { Viewer } from './viewer.tsx'
import composerCss from '../../styles/composer.css?inline'
import ticketCss from '../../styles/ticket.css?inline'

export const css = ticketCss + composerCss

/** Who else is here: an answer of theirs may be on its way. */
function Presence() {
  const { inbox, t } = useInbox()
  const { others } = inbox.presence
  const namesOf = (doing: 'looking' | 'typing') =>
    others.value.flatMap((other) => (other.doing === doing ? [other.name] : [])).join(', ')
  const typing = namesOf('typing')
  const looking = namesOf('looking')
  return (
    <output class="presence">
      {typing && <b>{t.ticket.typing(typing)}</b>}
      {looking && <span>{t.ticket.looking(looking)}</span>}
    </output>
  )
}

/** What has to be known first, where the rest lies below the thread. */
function FactsAtHand({ ticket: { reactedAt, reactionDueAt, status, assignee } }: { ticket: StaffTicket }) {
  const { t } = useInbox()
  return (
    <p class="facts-at-hand">
      {reactedAt === null && isOpenStatus(status) && <Due at={reactionDueAt} />}
      <span>{assignee ?? t.queue.unassigned}</span>
      <button type="button" class="link" onClick={() => document.querySelector('.aside')?.scrollIntoView()}>
        {t.ticket.details}
      </button>
    </p>
  )
}

function Head({ ticket }: { ticket: StaffTicket }) {
  const { inbox, t } = useInbox()
  const { subject, number, status, requester } = ticket
  return (
    <div class="ticket-head">
      <button
        type="button"
        class="icon-button"
        aria-label={t.ticket.back}
        title={`${t.ticket.back} (Esc)`}
        onClick={inbox.router.back}
      >
        <Icon name="back" />
      </button>
      <div class="ticket-title">
        <h1>{subject}</h1>
        <p>
          <span class="soft">{t.ticket.number(number)}</span>
          <StatusBadge status={status} />
          <PlanBadge plan={requester.plan} />
          <Presence />
        </p>
        <FactsAtHand ticket={ticket} />
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={t.queue.previous}
        title={`${t.queue.previous} (k)`}
        onClick={() => inbox.neighbour(-1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={t.queue.next}
        title={`${t.queue.next} (j)`}
        onClick={() => inbox.neighbour(1)}
      >
        <Icon name="down" />
      </button>
    </div>
  )
}

export function Ticket() {
  const { inbox } = useInbox()
  const { opened, wantsReply } = inbox
  const isHere = opened.ticket.value.value !== undefined
  // The key that led here may have been one that answers.
  useLayoutEffect(() => {
    if (!isHere || !wantsReply.value) return
    inbox.composer.set({ isNote: wantsReply.value === 'note' })
    wantsReply.value = null
    document.querySelector<HTMLElement>('.composer textarea')?.focus()
  }, [isHere])
  return (
    <WhenLoaded from={opened.ticket.value} onRetry={() => void opened.load()}>
      {(loaded) => (
        <article class="ticket">
          <Head ticket={loaded} />
          <div class="ticket-main">
            {opened.failure.value && <FailureNotice failure={opened.failure.value} />}
            <Thread ticket={loaded} />
            <Composer ticket={loaded} />
          </div>
          <Aside ticket={loaded} />
          {viewed.value && <Viewer />}
        </article>
      )}
    </WhenLoaded>
  )
}
