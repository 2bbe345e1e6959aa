import { useEffect } from 'preact/hooks'
import { leftText } from '../../i18n/times.ts'
import { useInbox } from '../../ui/context.ts'
import { FailureNotice, Skeleton } from '../../ui/states.tsx'
import { BulkBar, BulkResults } from './bulk-bar.tsx'
import { QueueHead } from './head.tsx'
import { Rows } from './rows.tsx'

/** Nothing to do here: when the next promise falls due, if there is one. */
function Empty() {
  const { inbox, t } = useInbox()
  const { value: route } = inbox.router.last
  const isSearch = route.name === 'queue' && 'q' in route.filters
  const next = inbox.nextDue.value
  useEffect(() => void inbox.findNextDue(), [])
  return (
    <div class="empty">
      <b>{isSearch ? t.queue.nothingFound : t.queue.empty}</b>
      {!isSearch && next && (
        <p>
          <a href={`#/ticket/${next.id}`}>
            {t.queue.nextDue(next.subject, leftText(t, next.reactionDueAt, inbox.clock.value))}
          </a>
        </p>
      )}
    </div>
  )
}

export function Queue() {
  const { inbox, t } = useInbox()
  const { queue, selection } = inbox
  const failure = queue.failure.value
  const isFirst = queue.isLoading.value && queue.items.value.length === 0
  return (
    <>
      <QueueHead />
      <BulkResults />
      {selection.count.value > 0 && <BulkBar />}
      {failure && <FailureNotice failure={failure} onRetry={() => void queue.load()} />}
      {queue.fresh.value.length > 0 && (
        <div class="fresh-place">
          <button type="button" class="fresh" onClick={() => void queue.load()}>
            {t.queue.fresh(queue.fresh.value.length)}
          </button>
        </div>
      )}
      {isFirst && <Skeleton lines={8} />}
      {queue.isEmpty.value ? <Empty /> : <Rows />}
    </>
  )
}
