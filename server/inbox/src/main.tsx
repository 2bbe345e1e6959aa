// Puts the inbox into the page and ties it to what the page brings: address, network, keys, storage.
import { render } from 'preact'
import { createShelf } from '@bilet/widget/shelf'
import { createApi } from './api.ts'
import { createI18n, locales } from './i18n/i18n.ts'
import { connectPage } from './page.ts'
import { createInbox } from './models/inbox.ts'
import { createRouter } from './models/route.ts'
import { createSession } from './models/session.ts'
import { InboxContext } from './ui/context.ts'
import { App } from './views/app.tsx'
import { adopt, css } from './styles/styles.ts'

const device = createShelf(() => localStorage)
const tab = createShelf(() => sessionStorage)

/** Of a link that signs in once: the code leaves the address at once. */
function takeCode(): string | null {
  const code = /^#code=([\w-]+)$/.exec(location.hash)?.[1] ?? null
  if (code) history.replaceState(null, '', location.pathname)
  return code
}

const languageOf = (name: unknown) => locales.find((locale) => locale === name)

async function start() {
  const code = takeCode()
  const i18n = await createI18n(
    languageOf(device.read('staff:locale')) ?? languageOf(navigator.language.slice(0, 2)) ?? 'ru',
  )
  const session = createSession({ shelf: tab })
  const router = createRouter(location.hash, (hash) => void (location.hash = hash))
  const inbox = createInbox({
    api: createApi({
      base: new URL('.', location.href).href,
      token: () => session.token.value,
      onSignedOut: session.lose,
    }),
    session,
    router,
    shelf: device,
    i18n,
    now: Date.now,
    after: (ms, act) => {
      const timer = setTimeout(act, ms)
      return () => clearTimeout(timer)
    },
    every: (ms, act) => {
      const timer = setInterval(act, ms)
      return () => clearInterval(timer)
    },
    isOnline: navigator.onLine,
  })
  connectPage(inbox, device)
  adopt(css)
  const root = document.querySelector('#inbox')
  if (root)
    render(
      <InboxContext.Provider value={inbox}>
        <App />
      </InboxContext.Provider>,
      root,
    )
  if (code !== null) await inbox.enterBy(code)
  else if (session.token.value !== null) await inbox.enter(session.token.value)
}

void start()
