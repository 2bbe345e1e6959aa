// For an owner who is signed in, between the page's load and their first click: the count of what is unread, on the
// button, and the ticket that a letter's link names. Fetched by the loader a second after it; small, and without the panel.
import type { PanelHost } from '../loader/bridge.ts'
import css from './badge.css?inline'
import { linkedTicket } from './linked-ticket.ts'
import { tokenOf, whoseOf } from './page-token.ts'

/** All pages of the browser together ask no oftener than this, in milliseconds. */
const pause = 60_000

/** What the last page was told. Wiped at logout, as everything of owners who were signed in. */
const place = 'bilet:user:unread'

type Known = { whose: string; at: number; unread: number }

/** Whatever it holds: what is no time of asking is never recent. */
const isKept = (value: unknown): value is Partial<Known> | null => typeof value === 'object'

function read(): Partial<Known> | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null')
    return isKept(kept) ? kept : null
  } catch {
    return null
  }
}

function write(known: Known) {
  try {
    localStorage.setItem(place, JSON.stringify(known))
  } catch {
    // Where the device keeps nothing, each page asks for itself.
  }
}

/** How many tickets hold something unread, asked or remembered; undefined where nobody is signed in or nothing is known. */
async function unreadOf({ settings }: PanelHost): Promise<number | undefined> {
  const { base, fetch } = settings
  const token = await tokenOf(settings)
  if (!token) return undefined
  const whose = whoseOf(token)
  const known = read()
  if (known?.whose === whose && Date.now() - Number(known.at) < pause) return known.unread
  const headers = { Authorization: `Bearer ${token}` }
  const response = await fetch(`${base}v1/tickets/unread`, { headers, credentials: 'omit' })
  const { unread }: { unread?: unknown } = await response.json()
  if (typeof unread !== 'number') return undefined
  write({ whose, at: Date.now(), unread })
  return unread
}

const watched = new WeakSet<HTMLButtonElement>()

function watch(host: PanelHost) {
  const { launcher, root, settings } = host
  if (watched.has(launcher)) return
  watched.add(launcher)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  // An opened panel looks for news itself.
  const timer = setInterval(() => {
    if (settings.isOpened || !launcher.isConnected) clearInterval(timer)
    else if (document.visibilityState === 'visible') void show(host)
  }, pause)
}

async function show(host: PanelHost) {
  const { launcher, settings } = host
  const unread = await unreadOf(host).catch(() => undefined)
  if (settings.isOpened) return
  if (unread) launcher.dataset['unread'] = String(unread)
  else delete launcher.dataset['unread']
}

/** Called once the page is there, and whenever it signs an owner in. `open` opens the panel. */
export async function look(host: PanelHost, { open }: { open: () => void }): Promise<void> {
  const { settings } = host
  if (settings.ticket === undefined) settings.ticket = settings.link = linkedTicket(location.search)
  if (settings.ticket) open()
  if (settings.badge === 'none' || settings.isOpened) return
  watch(host)
  await show(host)
}
