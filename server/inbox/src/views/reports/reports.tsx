import { useEffect, useMemo } from 'preact/hooks'
import { createReports } from '../../models/reports.ts'
import { useInbox } from '../../ui/context.ts'
import { WhenLoaded } from '../../ui/states.tsx'
import { AttainmentPlots } from './attainment.tsx'
import { DeflectionTable } from './deflection.tsx'
import { NewArticle } from './new-article.tsx'
import { Unanswered } from './unanswered.tsx'
import styles from '../../styles/reports.css?inline'

export const css = styles

export function Reports() {
  const { inbox, t } = useInbox()
  const reports = useMemo(() => createReports(inbox.api, inbox.now), [])
  useEffect(() => void reports.load(), [])
  const { weeks, deflection, unanswered, writing } = reports
  return (
    <div class="reports">
      <div class="head">
        <h1>{t.report.title}</h1>
        <p class="soft">{t.report.weeks}</p>
      </div>
      <section>
        <h2>{t.report.attainment}</h2>
        <WhenLoaded from={weeks.state.value} onRetry={() => void weeks.load()}>
          {(loaded) => <AttainmentPlots weeks={loaded} />}
        </WhenLoaded>
      </section>
      <section>
        <h2>{t.report.unanswered}</h2>
        <WhenLoaded from={unanswered.state.value} onRetry={() => void unanswered.load()}>
          {(report) => <Unanswered report={report} onWrite={(question) => (writing.value = question)} />}
        </WhenLoaded>
      </section>
      <section>
        <h2>{t.report.deflection}</h2>
        <WhenLoaded from={deflection.state.value} onRetry={() => void deflection.load()}>
          {(report) => <DeflectionTable report={report} />}
        </WhenLoaded>
      </section>
      {writing.value !== null && <NewArticle question={writing.value} onClose={() => (writing.value = null)} />}
    </div>
  )
}
