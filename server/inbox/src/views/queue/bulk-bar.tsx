import { useInbox } from '../../ui/context.ts'
import { Icon } from '../../ui/icon.tsx'
import { FailureNotice } from '../../ui/states.tsx'

/** What can be done to all that are ticked at once. */
export function BulkBar() {
  const { inbox, t } = useInbox()
  const { selection, session, sheet } = inbox
  const mayWrite = session.may('write')
  return (
    <div class="bulk" role="toolbar" aria-label={t.queue.selected(selection.count.value)}>
      <b>{t.queue.selected(selection.count.value)}</b>
      {mayWrite ? (
        <>
          <button type="button" onClick={() => void inbox.bulk({ change: { assignee: session.name.value } })}>
            {t.bulk.take}
          </button>
          <button type="button" onClick={() => (sheet.value = 'assign')}>
            {t.bulk.assign}
          </button>
          <button type="button" onClick={() => (sheet.value = 'department')}>
            {t.bulk.department}
          </button>
          <button type="button" onClick={() => (sheet.value = 'tag')}>
            {t.bulk.tag}
          </button>
          <button type="button" onClick={() => inbox.decideBulk('resolve')}>
            {t.bulk.decide}
          </button>
        </>
      ) : (
        <span class="soft">{t.ticket.readOnly}</span>
      )}
      <button type="button" class="icon-button" aria-label={t.cancel} title={t.cancel} onClick={selection.clear}>
        <Icon name="close" />
      </button>
      {selection.failure.value && <FailureNotice failure={selection.failure.value} />}
    </div>
  )
}

/** What became of each: those that were not changed are named, and stay ticked. */
export function BulkResults() {
  const { inbox, t } = useInbox()
  const results = inbox.selection.results.value
  if (!results) return null
  const failed = results.filter(({ outcome }) => outcome !== 'changed')
  const done = results.length - failed.length
  const numberOf = (id: string) => inbox.queue.items.value.find((row) => row.id === id)?.number
  return (
    <output class="bulk-results">
      {done > 0 && <p>{t.bulk.done(done)}</p>}
      {failed.length > 0 && (
        <>
          <p>{t.bulk.failed(failed.length)}</p>
          <ul>
            {failed.map(({ id, outcome }) => (
              <li key={id}>
                <a href={`#/ticket/${id}`}>{t.ticket.number(numberOf(id) ?? 0)}</a>: {t.bulk.outcome(outcome)}
              </li>
            ))}
          </ul>
        </>
      )}
      <button type="button" class="link" onClick={() => (inbox.selection.results.value = null)}>
        {t.close}
      </button>
    </output>
  )
}
