// Puts the panel into the loader's shadow root and answers the calls of `window.Bilet`. Mounted when the owner points at
// the launcher, it asks the server for nothing until it is opened.
import { render } from 'preact'
import { effect, signal } from '@preact/signals'
import type { PanelHandle, PanelHost } from '../loader/bridge.ts'
import { askBy, fetched } from './fetched.ts'
import { createI18n } from './i18n/i18n.ts'
import { fail, succeed } from './models/answer.ts'
import { createFront } from './models/front.ts'
import { createResource } from './models/resource.ts'
import { createShelf } from './models/shelf.ts'
import type { Behind } from './open-desk.ts'
import { openingStyles } from './styles/styles.ts'
import { accentInks } from './theme.ts'
import { PanelContext } from './ui/context.ts'
import { loadAround } from './views/parts.ts'
import { Shell } from './views/shell.tsx'
import { connectPage } from './page.ts'
import { setOnTop } from './top-layer.ts'

/** Lets whoever else has something to do have their turn: no task of ours is long. */
const breath = () => new Promise((resolve) => setTimeout(resolve))

export async function mount(host: PanelHost): Promise<PanelHandle> {
  const { element, root, launcher, settings, emit } = host
  askBy(settings.fetch)
  const i18n = createI18n(settings.locale)
  const shelf = createShelf(() => localStorage)
  const front = createFront({ i18n, shelf, isOnline: navigator.onLine })
  const { isOpen, router } = front
  let made: Behind | undefined
  const behind = createResource(() =>
    fetched(loadAround).then(
      ({ openDesk }) => succeed((made ??= openDesk(front, host))),
      () => fail('offline'),
    ),
  )
  const waiting: ((it: Behind) => void)[] = []
  const later = (run: (it: Behind) => void) => void (made ? run(made) : waiting.push(run))
  await breath()
  const isWide = signal(shelf.read('wide') === true)
  let focused: HTMLElement | null = null

  const show = () => {
    if (isOpen.value) return
    settings.isOpened = true
    front.openings.value++
    focused = document.activeElement instanceof HTMLElement ? document.activeElement : null
    launcher.hidden = true
    setOnTop(element, true)
    isOpen.value = true
    front.pulse.value++
    emit('open', { view: openedView(router.view.value.name) })
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
  adopt(openingStyles)
  for (const [name, value] of Object.entries(accentInks(settings.accent))) element.style.setProperty(name, value)
  const container = document.createElement('div')
  root.append(container)
  render(
    <PanelContext.Provider value={{ front, behind, adopt }}>
      <Shell panel={{ isOpen, isWide, side: settings.side, close, toggleWide }} />
    </PanelContext.Provider>,
    container,
  )

  const stops = [
    connectPage(front, element),
    effect(() => {
      const { value } = behind.state.value
      if (value) for (const run of waiting.splice(0)) run(value)
    }),
    effect(() => {
      const unread = behind.state.value.value?.desk.tickets.unread.value ?? 0
      if (!settings.isOpened) return
      if (unread > 0) launcher.dataset['unread'] = String(unread)
      else delete launcher.dataset['unread']
      // What another page was told is no longer so.
      shelf.write('user:unread', null)
    }),
  ]
  await breath()
  return {
    open(view) {
      if (view) router.open(view)
      if (settings.ticket) router.push({ name: 'thread', ...settings.ticket })
      settings.ticket = null
      show()
    },
    openArticle(id) {
      router.push({ name: 'article', id })
      show()
    },
    close,
    prefill: (words) => later((it) => it.prefill(words)),
    // The desk that is still to come finds it in the settings.
    identify: (identity) => made?.desk.session.identify(identity),
    setLocale(locale) {
      void i18n.setLocale(locale)
      // Hours, departments and phones are the desk's words.
      if (settings.isOpened) void made?.desk.support.load(locale)
    },
    setContext: (facts) => later((it) => it.setContext(facts)),
    unmount() {
      for (const stop of stops) stop()
      made?.desk.stop()
      render(null, container)
      container.remove()
    },
  }
}

const openedView = (name: string) => (name === 'ticket' || name === 'tickets' || name === 'article' ? name : 'home')
