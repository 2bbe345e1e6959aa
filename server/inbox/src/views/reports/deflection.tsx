import type { DeflectionReport } from '@bilet/shared/report-replies'
import { useInbox } from '../../ui/context.ts'

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
                    <svg class="meter" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                      <rect width={(opened / largest) * 100} height="6" />
                    </svg>
                  </td>
                  <td>{deflected}</td>
                  <td>{sentAnyway}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
