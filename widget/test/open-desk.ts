// The panel's models as the page would make them, over a support desk in memory.
import { createApi } from '../src/panel/api.ts'
import { createWarn } from '../src/panel/causes.ts'
import { createI18n } from '../src/panel/i18n/i18n.ts'
import { createActions } from '../src/panel/models/desk-actions.ts'
import { createDesk } from '../src/panel/models/desk.ts'
import { succeed } from '../src/panel/models/answer.ts'
import { createFront } from '../src/panel/models/front.ts'
import { createResource } from '../src/panel/models/resource.ts'
import { createSession } from '../src/panel/models/session.ts'
import type { Token } from '../src/panel/models/session.ts'
import { writingOf } from '../src/panel/models/writing.ts'
import { createShelf } from '../src/panel/models/shelf.ts'
import { createSupportDesk } from './support-desk.ts'
import type { SupportDesk } from './support-desk.ts'

const encode = (value: object) => btoa(JSON.stringify(value)).replace(/=+$/, '')

/** An identity token as a shop's backend signs it, but for the signature, which only the server reads. */
export const tokenOf = (sub: string, shop = 'shop', exp = 4_000_000_000) =>
  [{ alg: 'HS256' }, { sub, shop, iat: 0, exp }].map(encode).join('.') + '.signature'

const base = 'https://desk.example/'

export const noon = Date.parse('2026-03-02T09:00:00Z')

type Options = {
  token?: string | null | undefined
  tokenUrl?: string | null
  /** What the page's own endpoint gives; vera's by default. */
  fetchToken?: () => Promise<Token>
  server?: SupportDesk
  locale?: string
  /** False of a panel that was never opened. */
  isStarted?: boolean
}

/** A second one over the same `server` is another tab, or the next visit. */
export async function openDesk(options: Options = {}) {
  const { tokenUrl = null, server = createSupportDesk(), locale = 'ru', isStarted = true } = options
  const token = 'token' in options ? options.token : tokenOf('vera')
  const fetchToken = options.fetchToken ?? (async () => tokenOf('vera'))
  const events: string[] = []
  const session = createSession({ token, tokenUrl, fetchToken, now: () => noon })
  const front = createFront({ i18n: createI18n(locale), shelf: createShelf(() => localStorage), isOnline: true })
  const desk = createDesk(front, {
    api: createApi({ ...session, base, fetch: server.fetch, warn: createWarn(base) }),
    session,
    databases: () => indexedDB,
    emit: (name) => void events.push(name),
    finish: (body) => writingOf(desk).finish(body),
    forget() {
      for (const key of Object.keys(localStorage)) if (key.startsWith('bilet:user:')) localStorage.removeItem(key)
    },
    now: () => noon,
    ownZone: () => 'Europe/Kyiv',
  })
  if (isStarted) desk.start()
  const actions = createActions(desk)
  return { front, desk, actions, behind: createResource(async () => succeed({ desk, actions })), server, events }
}
