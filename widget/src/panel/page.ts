// The wires between the panel and the page around it.
import type { Front } from './models/front.ts'

/** Keys typed here are not the page's shortcuts, and its focus traps do not take the field away. */
const ownEvents = ['keydown', 'keyup', 'keypress', 'focusin', 'paste', 'copy', 'cut']

/** How often an open panel looks for news, in milliseconds. */
const beat = 10_000

/** Gives back what takes the wires out. */
export function connectPage({ draft, pulse, isOpen, online }: Front, element: HTMLElement) {
  const gone = new AbortController()
  const options = { signal: gone.signal }
  const look = () => {
    if (document.visibilityState !== 'visible') return
    draft.pull()
    pulse.value++
  }
  let beats = 0
  // A closed panel has a badge to keep: it looks once a minute.
  const timer = setInterval(() => (isOpen.value || ++beats % 6 === 0) && look(), beat)
  for (const name of ownEvents) element.addEventListener(name, (event) => event.stopPropagation(), options)
  // Before the document hears of it: dialogues of Bootstrap 3 and 4 listen there, capturing, and take the focus back.
  const keep = (event: Event) => event.target === element && event.stopPropagation()
  window.addEventListener('focus', keep, { ...options, capture: true })
  window.addEventListener('online', () => void (online.value = true), options)
  window.addEventListener('offline', () => void (online.value = false), options)
  window.addEventListener('storage', ({ key }) => key?.startsWith('bilet:') && draft.pull(), options)
  document.addEventListener('visibilitychange', look, options)
  window.addEventListener('focus', look, options)
  return () => {
    clearInterval(timer)
    gone.abort()
  }
}
