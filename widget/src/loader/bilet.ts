// The script tag's whole program: a launcher, `window.Bilet` and, after the first click, the panel. Before that it asks for
// what is unread, a moment after the page, where an owner is signed in.
import type { BiletApi, BiletEvents } from './public.ts'
import type { BadgeModule, Emit, PanelHandle, PanelModule } from './bridge.ts'
import { createLauncher } from './launcher.ts'
import { readLook, readSettings, toLocale } from './settings.ts'

/** Files beside this one, in their build's folder: put in by the build. */
declare const PANEL_FILE: string
declare const BADGE_FILE: string

function forget() {
  try {
    for (const key in localStorage) if (key.startsWith('bilet:user:')) localStorage.removeItem(key)
    indexedDB.deleteDatabase('bilet:user')
  } catch {
    // Storage is closed to this page: nothing of ours is in it.
  }
}

/** The page's own work goes first, for so many milliseconds. */
const afterPage = 1_000

/** A method's parameter is not held against the event that it is for. */
type Listener = [event: keyof BiletEvents, tell: { method(detail: object): void }['method']]

function start(script: HTMLScriptElement) {
  const settings = readSettings(script)
  const { fetch } = settings
  const { element, root, launcher, say } = createLauncher(settings, readLook(script, settings))
  const listeners = new Set<Listener>()
  const waiting: ((panel: PanelHandle) => void)[] = []
  let isLoading = false
  let panel: PanelHandle | undefined

  // In a turn of its own: what the page throws is reported as the page's and stops nothing of ours.
  const emit: Emit = (event, detail) =>
    listeners.forEach(([name, tell]) => name === event && queueMicrotask(() => tell(detail)))

  /** Not imported before its bytes are here: browsers other than Chromium remember a failure for as long as the page is there. */
  const fetchModule = async <Module>(file: string): Promise<Module> => {
    const url = settings.base + file
    if (!('userAgentData' in navigator)) {
      const answer = await fetch(url)
      await answer.text()
      if (!answer.ok) throw answer
    }
    return import(/* @vite-ignore */ url)
  }

  const host = { element, root, launcher, settings, emit, forget }

  /** For an owner who is signed in, or a guest with a letter: what is unread, and the ticket that its link names. */
  const look = () => {
    if (settings.token ?? settings.tokenUrl ?? location.search.match('bilet='))
      fetchModule<BadgeModule>(BADGE_FILE).then(
        (module) => module.look(host, api),
        () => {},
      )
  }

  /** At the first sign of interest. What fails while nobody waits for it is tried again, and said only then. */
  const load = async () => {
    if (isLoading) return
    isLoading = true
    say()
    try {
      // This build's; where an update has taken it away, the one of now.
      const module = await fetchModule<PanelModule>(PANEL_FILE).catch(() => fetchModule<PanelModule>('panel.js'))
      panel = await module.mount(host)
      for (const run of waiting) run(panel)
    } catch {
      isLoading = false
      if (launcher.ariaBusy) {
        say(1)
        emit('error', { code: 'panel_unavailable' })
      }
    }
    launcher.ariaBusy = null
  }

  const later = (run: (panel: PanelHandle) => void) => void (panel ? run(panel) : waiting.push(run))
  const now = (run: (panel: PanelHandle) => void) => {
    later(run)
    if (!panel) launcher.ariaBusy = 'true'
    void load()
  }

  const place = () => element.isConnected || document.documentElement.append(element)
  const watcher = new MutationObserver(place)
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const paint = () =>
    element.toggleAttribute('data-dark', settings.theme === 'dark' || (settings.theme !== 'light' && dark.matches))

  const api: BiletApi = {
    open: (view) => now((it) => it.open(view)),
    openArticle: (id) => now((it) => it.openArticle(id)),
    close: () => later((it) => it.close()),
    prefill: (words) => later((it) => it.prefill(words)),
    setContext: (facts) => later((it) => it.setContext(facts)),
    setLocale(locale) {
      settings.locale = toLocale(locale)
      say()
      panel?.setLocale(settings.locale)
    },
    identify(identity) {
      settings.token = identity && identity.token
      if (!identity) forget()
      look()
      panel?.identify(identity)
    },
    on(event, listen) {
      const listener: Listener = [event, listen]
      listeners.add(listener)
      if (event === 'ready') queueMicrotask(() => listener[1]({}))
      return () => void listeners.delete(listener)
    },
    destroy() {
      dark.removeEventListener('change', paint)
      watcher.disconnect()
      listeners.clear()
      later((it) => it.unmount())
      element.remove()
      delete window.Bilet
    },
  }

  // Beside <body>, not in it: a page that renders its body anew leaves the widget alone.
  place()
  watcher.observe(document.documentElement, { childList: true })
  paint()
  dark.addEventListener('change', paint)
  for (const sign of ['pointerenter', 'focus']) launcher.addEventListener(sign, () => void load())
  launcher.addEventListener('click', () => api.open())
  setTimeout(look, afterPage)
  const calls = window.Bilet?.calls
  window.Bilet = api
  calls?.forEach(([name, args]) => Reflect.apply(api[name], api, args))
}

// Read at once: null after this first turn, and always in a module, which finds its tag by its name. The tag may be in
// the page twice: the first one serves. What stands there already is then the API, or a stub that keeps calls for it.
const script = document.currentScript ?? document.querySelector('[src*="bilet.js"]')
if (script instanceof HTMLScriptElement && (window.Bilet?.calls ?? !window.Bilet)) start(script)
