// Times in words: how long is left, and the clock of the desk's own zone. Never a bare UTC time.
import type { Messages } from './messages.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const formats = new Map<string, Intl.DateTimeFormat>()
/** Making a format costs a hundred times more than using one. */
function format(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = tag + JSON.stringify(options)
  const made = formats.get(key) ?? new Intl.DateTimeFormat(tag, options)
  formats.set(key, made)
  return made
}

/** The two largest units that matter: «2 д», «1 ч 20 мин», «5 мин». Milliseconds, not negative. */
export function spanText({ times }: Messages, ms: number): string {
  if (ms >= 2 * day) return times.days(Math.floor(ms / day))
  if (ms < hour) return times.minutes(Math.max(1, Math.floor(ms / minute)))
  const hours = Math.floor(ms / hour)
  const minutes = Math.floor((ms % hour) / minute)
  return hours >= 10 || minutes === 0 ? times.hours(hours) : `${times.hours(hours)} ${times.minutes(minutes)}`
}

const dayNumber = (timeZone: string, at: number) => Date.parse(format('en-CA', { timeZone }).format(at)) / day

/** «14:20», «завтра 14:20», «3 дек. 14:20», by the desk's clock. */
function clockText({ tag, times }: Messages, at: number, now: number, timeZone: string): string {
  const clock = format(tag, { timeZone, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }).format(at)
  const ahead = dayNumber(timeZone, at) - dayNumber(timeZone, now)
  if (ahead === 0) return clock
  if (ahead === 1) return times.tomorrow(clock)
  if (ahead === -1) return times.yesterday(clock)
  return `${format(tag, { timeZone, day: 'numeric', month: 'short' }).format(at)} ${clock}`
}

/** With the zone's name: «14:20 МСК». `time` is RFC 3339, `now` epoch milliseconds. */
export const zonedText = (words: Messages, time: string, now: number, zone: string) =>
  words.times.inZone(clockText(words, Date.parse(time), now, zone), zone)

/** When something happened, without the zone: the time of today, the date of another day. */
export function momentText(words: Messages, time: string, now: number, zone: string): string {
  const at = Date.parse(time)
  if (now - at < minute) return words.times.now
  return clockText(words, at, now, zone)
}

/** «через 1 ч 20 мин», or «−2 ч» once it is past. */
export function leftText(words: Messages, time: string, now: number): string {
  const left = Date.parse(time) - now
  return left < 0 ? words.times.overdue(spanText(words, -left)) : words.times.inTime(spanText(words, left))
}

export const agoText = (words: Messages, time: string, now: number) =>
  now - Date.parse(time) < minute ? words.times.now : words.times.ago(spanText(words, now - Date.parse(time)))

/** How near a promise is: amber in its last hour, red when past. */
export function urgencyOf(dueAt: string, now: number): 'late' | 'soon' | 'calm' {
  const left = Date.parse(dueAt) - now
  if (left < 0) return 'late'
  return left <= hour ? 'soon' : 'calm'
}

export const dateText = ({ tag }: Messages, at: number) => format(tag, { day: 'numeric', month: 'short' }).format(at)

export const shareText = ({ tag }: Messages, share: number) =>
  new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }).format(share)
