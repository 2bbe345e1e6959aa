// Promises kept, week by week: a small plot for each plan and department, and the same figures as a table.
import { dateText, shareText } from '../../i18n/times.ts'
import { toHash } from '../../models/route.ts'
import { lateTickets, seriesOf } from '../../models/reports.ts'
import type { Series, Week } from '../../models/reports.ts'
import { useInbox } from '../../ui/context.ts'
import { departmentName, planName } from '../names.ts'

const bar = 22
const gap = 6
const height = 56

type Plot = { series: Series; weeks: Week[]; name: string; by: 'plan' | 'department' }

function Bars({ series, weeks, name }: Plot) {
  const { t } = useInbox()
  const told = series.points
    .map(
      (point, index) =>
        `${dateText(t, weeks[index]?.from ?? 0)}: ${point?.shareMet == null ? t.none : shareText(t, point.shareMet)}`,
    )
    .join('; ')
  const width = series.points.length * (bar + gap)
  return (
    <svg class="bars" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${name}. ${told}`}>
      <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} class="axis" />
      {series.points.map((point, index) => {
        const share = point?.shareMet
        if (share == null) return null
        const size = Math.max(2, share * (height - 4))
        const title = `${dateText(t, weeks[index]?.from ?? 0)}: ${shareText(t, share)}`
        return (
          <rect
            key={index}
            x={index * (bar + gap)}
            y={height - size}
            width={bar}
            height={size}
            rx="3"
            class={share >= 0.95 ? 'good' : share >= 0.8 ? 'fair' : 'poor'}
          >
            <title>{title}</title>
          </rect>
        )
      })}
    </svg>
  )
}

function Figure(plot: Plot) {
  const { t } = useInbox()
  const { series, weeks, name, by } = plot
  const sum = (field: 'met' | 'breached') => series.points.reduce((total, point) => total + (point?.[field] ?? 0), 0)
  const [met, late] = [sum('met'), sum('breached')]
  return (
    <figure>
      <figcaption>
        <b>{name}</b>
        <span>{met + late > 0 ? shareText(t, met / (met + late)) : t.none}</span>
      </figcaption>
      <Bars {...plot} />
      {late > 0 && (
        <a href={toHash(lateTickets(weeks, by, series.id))}>
          {t.report.breached}: {late.toLocaleString(t.tag)}
        </a>
      )}
      <details>
        <summary>{t.report.asTable}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.report.week}</th>
              <th scope="col">{t.report.met}</th>
              <th scope="col">{t.report.late}</th>
              <th scope="col">{t.report.share}</th>
            </tr>
          </thead>
          <tbody>
            {series.points.map((point, index) => (
              <tr key={index}>
                <th scope="row">{dateText(t, weeks[index]?.from ?? 0)}</th>
                <td>{point?.met ?? 0}</td>
                <td>{point?.breached ?? 0}</td>
                <td>{point?.shareMet == null ? t.none : shareText(t, point.shareMet)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

export function AttainmentPlots({ weeks }: { weeks: Week[] }) {
  const { inbox, t } = useInbox()
  const plans = seriesOf(weeks, 'plans')
  const departments = seriesOf(weeks, 'departments')
  if (plans.length === 0) return <p class="soft">{t.report.empty}</p>
  return (
    <>
      <h3>{t.report.byPlan}</h3>
      <div class="plots">
        {plans.map((series) => (
          <Figure key={series.id} series={series} weeks={weeks} name={planName(inbox, series.id)} by="plan" />
        ))}
      </div>
      <h3>{t.report.byDepartment}</h3>
      <div class="plots">
        {departments.map((series) => (
          <Figure
            key={series.id}
            series={series}
            weeks={weeks}
            name={departmentName(inbox, series.id)}
            by="department"
          />
        ))}
      </div>
    </>
  )
}
