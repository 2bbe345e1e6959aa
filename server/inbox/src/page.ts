// The wires between the inbox and the page around it.
import { effect } from '@preact/signals'
import type { Shelf } from '@bilet/widget/shelf'
import { runCommand } from './commands.ts'
import type { Inbox } from './models/inbox.ts'
import { commandOf, goalOf } from './models/keys.ts'
import type { Key } from './models/keys.ts'

/** How long after `g` its letter may come, milliseconds. */
const goMs = 1_500

const toKey = ({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Key => ({
  key,
  code,
  ctrl: ctrlKey || metaKey,
  alt: altKey,
  shift: shiftKey,
})

const isIn = (selector: string, { target }: Event) => target instanceof Element && target.closest(selector) !== null

function connectKeys(inbox: Inbox) {
  let goUntil = 0
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || inbox.session.state.value !== 'in') return
    const key = toKey(event)
    if (isIn('input:not([type=checkbox]), textarea, select, [contenteditable]', event)) {
      // Esc leaves a field; what else is pressed there is writing. The composer sends by itself.
      if (key.key === 'Escape' && event.target instanceof HTMLElement && !isIn('dialog', event)) event.target.blur()
      return
    }
    if (isIn('dialog', event)) return
    // What lies over the page takes the keys, also while it is fetched.
    if (inbox.sheet.value !== null) {
      if (key.key === 'Escape') inbox.sheet.value = null
      return
    }
    if (goUntil > inbox.now()) {
      goUntil = 0
      const goal = key.ctrl || key.alt ? null : goalOf(key)
      if (goal) {
        event.preventDefault()
        inbox.goTo(goal)
        return
      }
    }
    const command = commandOf(key)
    // Enter on a link or button is its own.
    if (!command || (command === 'open' && isIn('a, button, input, summary', event))) return
    if (command === 'go') goUntil = inbox.now() + goMs
    else if (!runCommand(inbox, command)) return
    event.preventDefault()
  })
}

export function connectPage(inbox: Inbox, device: Shelf) {
  connectKeys(inbox)
  window.addEventListener('hashchange', () => inbox.router.follow(location.hash))
  window.addEventListener('online', () => inbox.setOnline(true))
  window.addEventListener('offline', () => inbox.setOnline(false))
  // Held words go at once: after this nobody is left to send them.
  window.addEventListener('pagehide', () => inbox.sends.flush())
  effect(() => {
    const locale = inbox.i18n.locale.value
    document.documentElement.lang = locale
    device.write('staff:locale', locale)
  })
  effect(() => {
    const late = inbox.counts.value.value?.breached ?? 0
    document.title = `${late > 0 ? `(${late}) ` : ''}${inbox.i18n.words.value.inbox} · Bilet`
  })
}
