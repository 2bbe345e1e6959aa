import { isOpenStatus } from '@bilet/shared/statuses'
import { momentText, zonedText } from '../../i18n/times.ts'
import type { Inbox } from '../../models/inbox.ts'
import type { Row } from '../../models/replies.ts'
import { useInbox } from '../../ui/context.ts'
import { Due, StatusBadge } from '../../ui/badges.tsx'
import { PlanBadge } from '../plan-badge.tsx'
import { departmentName } from '../names.ts'

/** What the line is about in time: the promise, what it was extended to, or its state once nothing is promised any more. */
function When({ row }: { row: Row }) {
  const { inbox, t } = useInbox()
  if (!isOpenStatus(row.status)) return <StatusBadge status={row.status} />
  if (row.reactedAt === null) return <Due at={row.reactionDueAt} />
  if (row.extendedUntil)
    return (
      <span class="due extended">
        <b>{t.ticket.extendedUntil}</b>{' '}
        <small>{zonedText(t, row.extendedUntil, inbox.clock.value, inbox.zone.value)}</small>
      </span>
    )
  return <StatusBadge status={row.status} />
}

function LastWord({ row }: { row: Row }) {
  const { inbox, t } = useInbox()
  const isOwners = !row.lastStaffAt || row.lastOwnerAt > row.lastStaffAt
  const at = isOwners ? row.lastOwnerAt : (row.lastStaffAt ?? row.lastOwnerAt)
  const time = momentText(t, at, inbox.clock.value, inbox.zone.value)
  return <>{isOwners ? t.queue.byOwner(time) : t.queue.byStaff(time)}</>
}

const ownerOf = ({ requester }: Row) => requester.name ?? requester.email ?? ''

type RowProps = { inbox: Inbox; row: Row; index: number; isCurrent: boolean }

/** Given the inbox, not asking for it: what has no hooks is drawn anew only when something of its own has changed. */
export function TicketRow({ inbox, row, index, isCurrent }: RowProps) {
  const { selection, queue, router } = inbox
  const { value: t } = inbox.i18n.words
  const isTicked = selection.ids.value.has(row.id)
  const isGone = queue.gone.value.has(row.id)
  const classes = [
    'line',
    isCurrent && 'current',
    isTicked && 'ticked',
    isGone && 'gone',
    row.unreadByStaff && 'unread',
  ]
  return (
    <tr
      class={classes.filter(Boolean).join(' ')}
      aria-rowindex={index + 2}
      aria-current={isCurrent || undefined}
      onClick={({ target }) => {
        if (target instanceof Element && !target.closest('a, input')) router.open({ name: 'ticket', id: row.id })
      }}
      onPointerDown={() => (queue.current.value = row.id)}
    >
      <td class="tick">
        <input
          type="checkbox"
          aria-label={t.queue.select(row.number)}
          checked={isTicked}
          onChange={() => selection.toggle(row.id)}
        />
      </td>
      <td class="when">{isGone ? <span class="due">{t.queue.gone}</span> : <When row={row} />}</td>
      <td class="number">{row.number}</td>
      <td>
        <PlanBadge plan={row.requester.plan} />
      </td>
      <td class="department">{departmentName(inbox, row.department)}</td>
      <td class="subject">
        <div class="title">
          {row.unreadByStaff && (
            <span class="dot">
              <span class="unseen">{t.queue.unread}</span>
            </span>
          )}
          <a href={`#/ticket/${row.id}`}>{row.subject}</a>
          {row.tags.map((tag) => (
            <span key={tag} class="tag">
              {tag}
            </span>
          ))}
        </div>
        <div class="excerpt">{row.excerpt}</div>
      </td>
      <td class="owner">
        <span>{ownerOf(row)}</span>
        <small>{row.requester.shop}</small>
      </td>
      <td class="assignee">{row.assignee ?? <span class="soft">{t.queue.unassigned}</span>}</td>
      <td class="word">
        <LastWord row={row} />
      </td>
    </tr>
  )
}
