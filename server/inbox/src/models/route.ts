// Where the agent is, as the part of the address after `#`: a link to a ticket can be sent to a colleague.
import { signal } from '@preact/signals'

export const tabs = ['due', 'ours', 'mine', 'unassigned', 'owner', 'extended', 'all'] as const
export type Tab = (typeof tabs)[number]

/** Filters on top of a tab's own, by the names of the API. */
export type Filters = Record<string, string>

export type Route = { name: 'queue'; tab: Tab; filters: Filters } | { name: 'ticket'; id: string } | { name: 'reports' }

const isTab = (name: string): name is Tab => tabs.some((tab) => tab === name)

/** What is not an address of ours is the first tab. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const [first = '', id] = path.split('/')
  if (first === 'ticket' && id) return { name: 'ticket', id: decodeURIComponent(id) }
  if (first === 'reports') return { name: 'reports' }
  return {
    name: 'queue',
    tab: isTab(first) ? first : 'due',
    filters: Object.fromEntries(new URLSearchParams(query)),
  }
}

export function toHash(route: Route): string {
  if (route.name === 'ticket') return `#/ticket/${encodeURIComponent(route.id)}`
  if (route.name === 'reports') return '#/reports'
  const query = new URLSearchParams(route.filters).toString()
  return `#/${route.tab}${query ? `?${query}` : ''}`
}

/** `go` tells the page's address; the address tells back by `follow`. */
export function createRouter(first: string, go: (hash: string) => void) {
  const route = signal(parseRoute(first))
  /** The queue to come back to from a ticket. */
  const last = signal<Route>(route.value.name === 'queue' ? route.value : parseRoute(''))
  const follow = (hash: string) => {
    const next = parseRoute(hash)
    // The address also tells of each step that was taken here: what was opened by it is not opened anew.
    if (toHash(next) === toHash(route.value)) return
    route.value = next
    // The same list as before stays as it is, with its place in it.
    if (route.value.name === 'queue' && toHash(route.value) !== toHash(last.value)) last.value = route.value
  }
  const open = (next: Route) => {
    const hash = toHash(next)
    if (hash === toHash(route.value)) return
    go(hash)
    follow(hash)
  }
  return { route, last, follow, open, back: () => open(last.value) }
}
export type Router = ReturnType<typeof createRouter>
