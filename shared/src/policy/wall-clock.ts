// What the clock on the wall shows in a zone. Wall times are written as if they were UTC, so that plain arithmetic works.

export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, format)
  return format
}

/** Wall time in `zone` at the instant `at`, both in milliseconds: `Date.UTC` of what the wall shows. */
function wallTime(zone: string, at: number): number {
  // "3/9/2026, 13:05:00", whatever the machine speaks; its parts one by one would cost three times as much.
  const [month = 1, date, year = 0, hours, minutes, seconds] = formatFor(zone).format(at).split(/\D+/).map(Number)
  return Date.UTC(year, month - 1, date, hours, minutes, seconds) + (((at % second) + second) % second)
}

/** What to add to an instant to get its wall time, in milliseconds. */
export const zoneOffset = (zone: string, at: number) => wallTime(zone, at) - at

/**
 * The first instant in `(from, to]` at which the zone's offset is no longer `before`, that of `from`; `to` if it never
 * changes. With the offset there.
 */
export function offsetChange(zone: string, before: number, from: number, to: number): { at: number; offset: number } {
  const after = zoneOffset(zone, to)
  if (after === before) return { at: to, offset: after }
  let [same, other] = [from, { at: to, offset: after }]
  while (other.at - same > 1) {
    const middle = Math.floor((same + other.at) / 2)
    const offset = zoneOffset(zone, middle)
    if (offset === before) same = middle
    else other = { at: middle, offset }
  }
  return other
}
