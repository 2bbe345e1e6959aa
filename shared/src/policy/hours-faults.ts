// What no week of support hours may be: never open, or open twice at once.

type Interval = readonly [from: string, to: string]
type Week = Record<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun', readonly Interval[]>

export type HoursFault = { path: (string | number)[]; message: 'never_open' | 'overlapping_hours' }

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const minutesOfDay = 24 * 60
const minutesOfWeek = 7 * minutesOfDay

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Minutes of the week that each interval covers, in the order of their beginning; one over midnight runs on. */
function spansOf(hours: Week) {
  const spans = days.flatMap((day, at) =>
    hours[day].map(([opens, closes], index) => {
      const [from, to] = [minuteOf(opens), minuteOf(closes)]
      const start = at * minutesOfDay + from
      return { path: ['hours', day, index], start, end: start + (to > from ? to - from : to - from + minutesOfDay) }
    }),
  )
  return spans.toSorted((one, other) => one.start - other.start)
}

/** Every fault with the path of the interval that begins within another, or of the week. Times that are none are left to the schema. */
export function hoursFaults(hours: Week): HoursFault[] {
  const spans = spansOf(hours)
  const [first] = spans
  if (!first) return [{ path: ['hours'], message: 'never_open' }]
  // After Sunday comes Monday.
  const round = [...spans, { ...first, start: first.start + minutesOfWeek, end: first.end + minutesOfWeek }]
  const faults: HoursFault[] = []
  for (const [index, span] of round.entries()) {
    const before = round[index - 1]
    if (before && span.start < before.end && round.length > 2)
      faults.push({ path: span.path, message: 'overlapping_hours' })
  }
  return faults
}
