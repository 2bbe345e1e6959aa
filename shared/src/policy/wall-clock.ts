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
export function wallTime(zone: string, at: number): number {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {}
  for (const { type, value } of formatFor(zone).formatToParts(at)) shown[type] = Number(value)
  const { year = 0, month = 1, day: date = 1, hour: hours = 0, minute: minutes = 0, second: seconds = 0 } = shown
  return Date.UTC(year, month - 1, date, hours, minutes, seconds) + (((at % second) + second) % second)
}

/** What to add to an instant to get its wall time, in milliseconds. */
export const zoneOffset = (zone: string, at: number) => wallTime(zone, at) - at

/** The first instant in `(from, to]` at which the zone's offset is no longer that of `from`; `to` if it never changes. */
export function offsetChange(zone: string, from: number, to: number): number {
  const before = zoneOffset(zone, from)
  if (zoneOffset(zone, to) === before) return to
  let [same, other] = [from, to]
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2)
    if (zoneOffset(zone, middle) === before) same = middle
    else other = middle
  }
  return other
}
