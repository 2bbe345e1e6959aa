// Puts the panel into the loader's shadow root and answers the calls of `window.Bilet`. Mounted when the owner points at
// the launcher, it asks the server for nothing until it is opened.
import { render } from 'preact'
import { effect, signal } from '@preact/signals'
import type { PanelHandle, PanelHost } from '../loader/bridge.ts'
import { createApi, createFetchToken } from './api.ts'
import { createWarn } from './causes.ts'
import { addFacts, toPrefill } from './host-words.ts'
import { createI18n } from './i18n/i18n.ts'
import { createActions } from './models/desk-actions.ts'
import { createDesk } from './models/desk.ts'
import { createSession } from './models/session.ts'
import { createShelf } from './models/shelf.ts'
import { css } from './styles/styles.ts'
import { accentInks } from './theme.ts'
import { DeskContext } from './ui/context.ts'
import { Shell } from './views/shell.tsx'
import { connectPage, ownZone, tellPage } from './page.ts'
import { setOnTop } from './top-layer.ts'

/** Lets whoever else has something to do have their turn: no task of ours is long. */
const breath = () => new Promise((resolve) => setTimeout(resolve))

export async function mount(host: PanelHost): Promise<PanelHandle> {
  const { element, root, launcher, settings, emit } = host
  const i18n = await createI18n(settings.locale)
  const warn = createWarn(settings.base)
  const session = createSession({ ...settings, fetchToken: createFetchToken(warn), now: Date.now })
  const shelf = createShelf(() => localStorage)
  const desk = createDesk({
    api: createApi({ ...session, base: settings.base, warn }),
    session,
    shelf,
    databases: () => indexedDB,
    i18n,
    emit,
    finish: async (body) => {
      const { writingOf } = await import('./views/writing.ts')
      await writingOf(desk).finish(body)
    },
    forget: host.forget,
    now: Date.now,
    ownZone,
    isOnline: navigator.onLine,
  })
  const actions = createActions(desk)
  await breath()
  const { isOpen } = desk
  const isWide = signal(shelf.read('wide') === true)
  let focused: HTMLElement | null = null

  const show = () => {
    if (isOpen.value) return
    desk.start()
    void session.token()
    desk.openings.value++
    focused = document.activeElement instanceof HTMLElement ? document.activeElement : null
    launcher.hidden = true
    setOnTop(element, true)
    isOpen.value = true
    desk.pulse.value++
    emit('open', { view: openedView(desk.router.view.value.name) })
    void desk.loadTickets()
  }

  const close = () => {
    if (!isOpen.value) return
    isOpen.value = false
    setOnTop(element, false)
    launcher.hidden = !settings.launcher
    const back = focused === element || focused === document.body ? launcher : focused
    back?.focus()
    emit('close', {})
  }

  const toggleWide = () => {
    isWide.value = !isWide.value
    shelf.write('wide', isWide.value)
  }

  const adopted = new Set<string>()
  const adopt = (part: string) => {
    if (adopted.has(part)) return
    adopted.add(part)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(part)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  }
  adopt(css)
  for (const [name, value] of Object.entries(accentInks(settings.accent))) element.style.setProperty(name, value)
  const container = document.createElement('div')
  const badge = document.createElement('b')
  launcher.append(badge)
  root.append(container)
  render(
    <DeskContext.Provider value={{ desk, actions, adopt }}>
      <Shell panel={{ isOpen, isWide, side: settings.side, close, toggleWide }} />
    </DeskContext.Provider>,
    container,
  )

  const stops = [
    connectPage(desk, element),
    tellPage(desk, emit),
    effect(() => void (badge.textContent = desk.tickets.unread.value ? String(desk.tickets.unread.value) : '')),
  ]
  return {
    open(view) {
      if (view) actions.openView(view)
      show()
    },
    openArticle(id) {
      actions.openArticle(id)
      show()
    },
    close,
    prefill: (words) => void actions.prefill(toPrefill(words)),
    identify: session.identify,
    setLocale: (locale) => void i18n.setLocale(locale),
    setContext(facts) {
      desk.context.value = addFacts(desk.context.value, facts)
    },
    unmount() {
      for (const stop of stops) stop()
      desk.stop()
      render(null, container)
      container.remove()
      badge.remove()
    },
  }
}

const openedView = (name: string) => (name === 'ticket' || name === 'tickets' || name === 'article' ? name : 'home')
