const isoDay = /^(\d{4})-(\d\d)-(\d\d)/u
const usDay = /^(\d\d?)\/(\d\d?)\/(\d{4})$/u

/** `2026-06-18`, `2026-06-18T10:00:00+03:00`, `06/18/2026` or an HTTP date as RFC 3339 in UTC; undefined for others. */
export function toTimestamp(text: string): string | undefined {
  const [, month = '', day = '', year = ''] = usDay.exec(text) ?? []
  const isKnown = isoDay.test(text) || /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/u.test(text)
  const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : isKnown ? text : ''
  const time = Date.parse(iso.replace(' ', iso.endsWith('GMT') ? ' ' : 'T'))
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}
