import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Answer, Failure } from './answer.ts'

export type Loaded<T> = { value?: T; failure?: Failure }

export type Resource<T> = {
  /** Neither value nor failure: on its way for the first time. */
  state: ReadonlySignal<Loaded<T>>
  /** Asks again; what was loaded stays until the answer, and stays when the answer is a failure. */
  load: () => Promise<void>
  set: (value: T) => void
  clear: () => void
}

/** Something loaded from the API. Of several loads under way only the last one counts. */
export function createResource<T>(ask: () => Promise<Answer<T>>): Resource<T> {
  const state = signal<Loaded<T>>({})
  let turn = 0
  return {
    state,
    load: async () => {
      const mine = ++turn
      const { value } = state.value
      if (value === undefined) state.value = {}
      const answer = await ask()
      if (mine !== turn) return
      if (answer.ok) state.value = { value: answer.value }
      else state.value = value === undefined ? { failure: answer.failure } : { value, failure: answer.failure }
    },
    set(value) {
      turn++
      state.value = { value }
    },
    clear() {
      turn++
      state.value = {}
    },
  }
}
