// What the page tells of itself for a ticket. Shown to the owner before anything is sent.
import type { Page } from './models/desk.ts'
import type { Facts } from './models/draft-body.ts'
import { cleanAddress } from './page-address.ts'

const browsers: [name: string, pattern: RegExp][] = [
  ['Edge', /Edg\/(\d+)/],
  ['Opera', /OPR\/(\d+)/],
  ['Yandex', /YaBrowser\/(\d+)/],
  ['Firefox', /Firefox\/(\d+)/],
  ['Chrome', /Chrome\/(\d+)/],
  ['Safari', /Version\/(\d+)/],
]

const systems: [name: string, pattern: RegExp][] = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS/],
  ['Linux', /Linux/],
]

/** «Chrome 141, Windows», or the browser's own line where it is not known. */
export function browserName(agent: string) {
  const browser = browsers.find(([, pattern]) => pattern.test(agent))
  if (!browser) return agent.slice(0, 200)
  const [name, pattern] = browser
  const system = systems.find(([, known]) => known.test(agent))
  return [`${name} ${pattern.exec(agent)?.[1]}`, system?.[0]].filter(Boolean).join(', ')
}

/** «Киев, UTC+2». `city` gives the names that are known in the owner's language. */
export function zoneText(zone: string, cities: Record<string, string>, now: number) {
  const city = cities[zone] ?? zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' })
  const offset = format.formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return [city, offset.replace('GMT', 'UTC')].filter(Boolean).join(', ')
}

/** What is sent is what is shown: the address cleaned, the zone in words. */
export const readPage = (context: Facts, zone: string): Page => ({
  pageUrl: cleanAddress(location.href),
  facts: {
    browser: browserName(navigator.userAgent),
    screen: `${innerWidth}×${innerHeight}`,
    timeZone: zone,
    ...context,
  },
})
