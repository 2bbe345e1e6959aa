import { effect } from '@preact/signals'
import type { Emit } from '../loader/bridge.ts'
import type { Desk } from './models/desk.ts'

/** A pause in writing, in milliseconds, after which the page is told of a saved draft. */
const pause = 800

/** Events of the desk that the page may listen to; gives back what ends it. */
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
