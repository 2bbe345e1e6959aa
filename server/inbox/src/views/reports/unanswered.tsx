import type { UnansweredReport } from '@bilet/shared/report-replies'
import { toHash } from '../../models/route.ts'
import { useInbox } from '../../ui/context.ts'

type UnansweredProps = { report: UnansweredReport; onWrite: (question: string) => void }

/** What owners asked and nothing answered, the most asked first; each leads to like tickets or to an article. */
export function Unanswered({ report, onWrite }: UnansweredProps) {
  const { inbox, t } = useInbox()
  if (report.groups.length === 0) return <p class="soft">{t.report.empty}</p>
  return (
    <ul class="questions">
      {report.groups.map(({ count, examples, nothingFound, sentAnyway }) => {
        const [first = ''] = examples
        return (
          <li key={first}>
            <b class="times">{count}</b>
            <div>
              <p>{first}</p>
              <small>
                {nothingFound > 0 && `${t.report.nothingFound}: ${nothingFound}`}
                {nothingFound > 0 && sentAnyway > 0 && ' · '}
                {sentAnyway > 0 && (
                  <a href={toHash({ name: 'queue', tab: 'all', filters: { q: first.slice(0, 200) } })}>
                    {t.report.sentAnyway}: {sentAnyway}
                  </a>
                )}
              </small>
            </div>
            {inbox.session.may('admin') && (
              <button type="button" onClick={() => onWrite(first)}>
                {t.report.write}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
