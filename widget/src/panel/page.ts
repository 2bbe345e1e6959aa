// The wires between the desk and the page around it; each function gives back what takes its wires out.
import { effect } from '@preact/signals'
import type { Emit } from '../loader/bridge.ts'
import type { Desk } from './models/desk.ts'

/** Keys typed here are not the page's shortcuts, and its focus traps do not take the field away. */
const ownEvents = ['keydown', 'keyup', 'keypress', 'focusin', 'paste', 'copy', 'cut']

/** How often an open panel looks for news, in milliseconds. */
const beat = 10_000

export function connectPage(desk: Desk, element: HTMLElement) {
  const gone = new AbortController()
  const options = { signal: gone.signal }
  const look = () => {
    if (document.visibilityState !== 'visible') return
    desk.draft.pull()
    desk.pulse.value++
  }
  let beats = 0
  // A closed panel has a badge to keep: it looks once a minute.
  const timer = setInterval(() => (desk.isOpen.value || ++beats % 6 === 0) && look(), beat)
  for (const name of ownEvents) element.addEventListener(name, (event) => event.stopPropagation(), options)
  // Before the document hears of it: dialogues of Bootstrap 3 and 4 listen there, capturing, and take the focus back.
  const keep = (event: Event) => event.target === element && event.stopPropagation()
  window.addEventListener('focus', keep, { ...options, capture: true })
  window.addEventListener('online', () => desk.setOnline(true), options)
  window.addEventListener('offline', () => desk.setOnline(false), options)
  window.addEventListener('storage', ({ key }) => key?.startsWith('bilet:') && desk.draft.pull(), options)
  document.addEventListener('visibilitychange', look, options)
  window.addEventListener('focus', look, options)
  return () => {
    clearInterval(timer)
    gone.abort()
  }
}

/** A pause in writing, in milliseconds, after which the page is told of a saved draft. */
const pause = 800

/** Events of the desk that the page may listen to. */
export function tellPage({ draft, session, submission }: Desk, emit: Emit) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let told = draft.fields.peek()
  const stops = [
    effect(() => {
      const { value } = draft.fields
      if (!draft.hasWords.value || !draft.isKept.value || value === told) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        told = value
        emit('draft-saved', {})
      }, pause)
    }),
    effect(() => {
      if (session.isLost.value) emit('error', { code: 'sign_in_unavailable' })
    }),
    effect(() => {
      const { value } = submission.state
      if (value.step === 'queued') emit('error', { code: 'offline' })
      if (value.step === 'failed') emit('error', { code: value.failure.code })
    }),
  ]
  return () => {
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}

type Clock = { Now: { timeZoneId(): string } }

const hasClock = (global: object): global is { Temporal: Clock } => 'Temporal' in global

/** IANA name of the owner's zone. Intl, asked where there is nothing newer, first loads its tables. */
export function ownZone() {
  const global: object = globalThis
  return hasClock(global) ? global.Temporal.Now.timeZoneId() : new Intl.DateTimeFormat().resolvedOptions().timeZone
}
