// The script tag's whole program: a launcher, `window.Bilet` and, after the first click, the panel. It fetches nothing before.
import type { BiletApi, BiletEvents } from './public.ts'
import type { Emit, PanelHandle, PanelModule } from './bridge.ts'
import { createLauncher } from './launcher.ts'
import { readSettings, readVariables, toLocale } from './settings.ts'

/** The panel's file beside this one, with its hash: put in by the build. */
declare const PANEL_FILE: string

type Listener = { event: keyof BiletEvents; tell(detail: object): void }

function forget() {
  try {
    for (const key in localStorage) if (key.startsWith('bilet:user:')) localStorage.removeItem(key)
    indexedDB.deleteDatabase('bilet:user')
  } catch {
    // Storage is closed to this page: nothing of ours is in it.
  }
}

function start(script: HTMLScriptElement) {
  const settings = readSettings(script)
  const { element, root, launcher, say } = createLauncher(settings, readVariables(script, settings.accent))
  const listeners = new Set<Listener>()
  const waiting: ((panel: PanelHandle) => void)[] = []
  const gone = new AbortController()
  const { signal } = gone
  let panel: PanelHandle | undefined

  const emit: Emit = (event, detail) => {
    for (const listener of listeners)
      // In a turn of its own: what the page throws is reported as the page's and stops nothing of ours.
      if (listener.event === event) queueMicrotask(() => listener.tell(detail))
  }

  const load = async () => {
    if (panel || launcher.ariaBusy) return
    launcher.ariaBusy = 'true'
    say()
    try {
      const module: PanelModule = await import(/* @vite-ignore */ settings.base + PANEL_FILE)
      const mounted = await module.mount({ element, root, launcher, settings, emit, forget })
      if (signal.aborted) return mounted.unmount()
      panel = mounted
      for (const run of waiting) run(panel)
    } catch {
      say(1)
      emit('error', { code: 'panel_unavailable' })
    }
    launcher.ariaBusy = null
  }

  const later = (run: (panel: PanelHandle) => void) => void (panel ? run(panel) : waiting.push(run))
  const now = (run: (panel: PanelHandle) => void) => {
    later(run)
    void load()
  }

  const place = () => element.isConnected || document.documentElement.append(element)
  const watcher = new MutationObserver(place)
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const paint = () =>
    element.toggleAttribute('data-dark', settings.theme === 'dark' || (settings.theme === 'auto' && dark.matches))

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
      panel?.identify(identity)
    },
    on(event, tell) {
      const listener: Listener = { event, tell }
      listeners.add(listener)
      if (event === 'ready') queueMicrotask(() => listener.tell({}))
      return () => void listeners.delete(listener)
    },
    destroy() {
      gone.abort()
      watcher.disconnect()
      panel?.unmount()
      listeners.clear()
      element.remove()
      delete window.Bilet
    },
  }

  // Beside <body>, not in it: a page that renders its body anew leaves the widget alone.
  place()
  watcher.observe(document.documentElement, { childList: true })
  paint()
  dark.addEventListener('change', paint, { signal })
  launcher.addEventListener('click', () => api.open(), { signal })
  window.Bilet = api
}

// Null in a module and after this first turn: read at once. The tag may be in the page twice: the first one serves.
const script = document.currentScript
if (script instanceof HTMLScriptElement && !window.Bilet) start(script)
