import type { Language } from '@bilet/shared/locale'

/** A day and time on the desk's clock, with the clock's name: «22 ноября в 14:20 (Москва)». */
export function tellTime(at: number, zone: string, language: Language): string {
  const options = { timeZone: zone, day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const
  const time = new Intl.DateTimeFormat(language, { ...options, hourCycle: 'h23' }).format(at)
  const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'shortGeneric' }).formatToParts(at)
  return `${time} (${parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone})`
}
