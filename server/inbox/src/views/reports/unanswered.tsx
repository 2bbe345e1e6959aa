import type { UnansweredReport } from '@bilet/shared/report-replies'
import { useInbox } from '../../ui/context.ts'
import { Meter } from './meter.tsx'
import { SentAnyway } from './sent-anyway.tsx'

type UnansweredProps = { report: UnansweredReport; onWrite: (question: string) => void }

/** What owners asked and nothing answered, the most asked first; each leads to like tickets or to an article. */
export function Unanswered({ report: { groups }, onWrite }: UnansweredProps) {
  const { inbox, t } = useInbox()
  const mayWrite = inbox.session.may('admin')
  const largest = Math.max(1, ...groups.map(({ count }) => count))
  if (groups.length === 0) return <p class="soft">{t.report.empty}</p>
  return (
    <>
      {!mayWrite && <p class="soft">{t.report.adminsWrite}</p>}
      <div class="wide-content">
        <table class="questions">
          <thead>
            <tr>
              <th scope="col">{t.report.question}</th>
              <th scope="col">{t.report.asked}</th>
              <th scope="col">{t.report.nothingFound}</th>
              <th scope="col">{t.report.sentAnyway}</th>
              {mayWrite && <th scope="col">{t.report.articleTitle}</th>}
            </tr>
          </thead>
          <tbody>
            {groups.map(({ count, examples: [first = ''], nothingFound, sentAnyway }) => (
              <tr key={first}>
                <th scope="row">{first}</th>
                <td>
                  {count.toLocaleString(t.tag)}
                  <Meter share={count / largest} />
                </td>
                <td>{nothingFound}</td>
                <td>
                  <SentAnyway count={sentAnyway} words={first} />
                </td>
                {mayWrite && (
                  <td>
                    <button type="button" onClick={() => onWrite(first)}>
                      {t.report.write}
                    </button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
