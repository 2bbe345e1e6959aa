import type { DeflectionReport } from '@bilet/shared/report-replies'
import { useInbox } from '../../ui/context.ts'
import { Meter } from './meter.tsx'
import { SentAnyway } from './sent-anyway.tsx'

export function DeflectionTable({ report }: { report: DeflectionReport }) {
  const { t } = useInbox()
  const { total, articles, windowHours } = report
  const largest = Math.max(1, ...articles.map(({ opened }) => opened))
  return (
    <>
      <p class="figures">
        <span>
          <b>{total.deflected.toLocaleString(t.tag)}</b> {t.report.deflected}
        </span>
        <span>
          <b>{total.questions.toLocaleString(t.tag)}</b> {t.report.questions}
        </span>
        <span>
          <b>{total.sentAnyway.toLocaleString(t.tag)}</b> {t.report.sentAnyway}
        </span>
      </p>
      <p class="soft">{t.report.deflectionText(windowHours)}</p>
      {articles.length > 0 && (
        <div class="wide-content">
          <table class="articles">
            <thead>
              <tr>
                <th scope="col">{t.report.articleTitle}</th>
                <th scope="col">{t.report.opened}</th>
                <th scope="col">{t.report.deflected}</th>
                <th scope="col">{t.report.sentAnyway}</th>
              </tr>
            </thead>
            <tbody>
              {articles.map(({ articleId, title, opened, deflected, sentAnyway }) => (
                <tr key={articleId}>
                  <th scope="row">{title ?? articleId}</th>
                  <td>
                    {opened}
                    <Meter share={opened / largest} />
                  </td>
                  <td>{deflected}</td>
                  <td>
                    <SentAnyway count={sentAnyway} words={title ?? articleId} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
