// The stream of events: read again where it broke off, with nothing skipped.
import { signal } from '@preact/signals'
import type { StreamedEvent } from './event-parser.ts'

export type Listener = { opened: () => void; event: (event: StreamedEvent) => void }

export type LiveDeps = {
  /** Reads until the stream breaks off; false when it could not be opened. */
  events: (since: string | null, on: Listener, ending: AbortSignal) => Promise<boolean>
  on: (event: StreamedEvent) => void
  wait: (ms: number) => Promise<void>
}

const shortestMs = 500
const longestMs = 15_000

export function createLive({ events, on, wait }: LiveDeps) {
  const isLive = signal(false)
  let since: string | null = null
  let ending: AbortController | undefined

  const hear = (event: StreamedEvent) => {
    since = event.id || since
    on(event)
  }

  const run = async (mine: AbortController) => {
    let pause = shortestMs
    while (!mine.signal.aborted) {
      const wasOpen = await events(since, { opened: () => (isLive.value = true), event: hear }, mine.signal)
      if (mine.signal.aborted) return
      isLive.value = false
      pause = wasOpen ? shortestMs : Math.min(longestMs, pause * 2)
      await wait(pause)
    }
  }

  const stop = () => {
    ending?.abort()
    ending = undefined
    isLive.value = false
  }
  return {
    isLive,
    start() {
      stop()
      ending = new AbortController()
      void run(ending)
    },
    stop,
  }
}
export type Live = ReturnType<typeof createLive>
