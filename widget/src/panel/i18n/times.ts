// Times in words: support's own zone first, the owner's own beside it where it differs. Never a bare UTC time.
import type { EarlyMessages } from './messages.ts'

type TimeWords = Pick<EarlyMessages, 'tag' | 'times'>

export type Zones = { support: string; own: string }

const clockOf = (tag: string, timeZone: string, at: number) =>
  new Intl.DateTimeFormat(tag, { timeZone, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }).format(at)

/** The calendar's day in that zone, as days since the epoch. In the one language: a second one costs a browser dear. */
function dayNumber(tag: string, timeZone: string, at: number) {
  const format = new Intl.DateTimeFormat(tag, { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' })
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  return Date.UTC(parts.get('year') ?? 0, (parts.get('month') ?? 1) - 1, parts.get('day')) / 86_400_000
}

/** Empty for today. */
function dayName({ tag, times }: TimeWords, timeZone: string, at: number, now: number) {
  const ahead = dayNumber(tag, timeZone, at) - dayNumber(tag, timeZone, now)
  if (ahead === 0) return ''
  if (ahead === 1) return times.tomorrow
  return times.onDay(new Intl.DateTimeFormat(tag, { timeZone, day: 'numeric', month: 'long' }).format(at))
}

/**
 * «завтра до 14:20 по Москве (13:20 у вас)». `time` is RFC 3339, `now` epoch milliseconds.
 * The owner's day is named only where it is another day than support's.
 */
export function supportTime(words: TimeWords, kind: 'until' | 'by' | 'at', time: string, zones: Zones, now: number) {
  const { tag, times } = words
  const at = Date.parse(time)
  const day = dayName(words, zones.support, at, now)
  const clock = clockOf(tag, zones.support, at)
  const told = times.inZone(times[kind](day, clock), zones.support)
  const ownDay = dayName(words, zones.own, at, now)
  const ownClock = clockOf(tag, zones.own, at)
  if (ownClock === clock && ownDay === day) return told
  return times.withOwn(told, ownDay === day ? ownClock : `${ownDay} ${ownClock}`.trim())
}

/** When something happened, by the owner's own clock: the time of today, the date of another day. */
export function momentText({ tag }: TimeWords, time: string, timeZone: string, now: number) {
  const at = Date.parse(time)
  if (dayNumber(tag, timeZone, at) === dayNumber(tag, timeZone, now)) return clockOf(tag, timeZone, at)
  return new Intl.DateTimeFormat(tag, { timeZone, day: 'numeric', month: 'short' }).format(at)
}
