// Events on their way to the database, many in one batch: whoever makes one does not wait for it. Those that wait when
// the process is killed, or that the database refuses, are lost, which statistics can bear.
import type { Database } from '../../database/database.ts'
import { eventWrites } from './event-writes.ts'
import { retention } from './retention.ts'
import type { RecordEvent, SuggestionEvent } from './suggestion-event.ts'

export type RecorderOptions = {
  /** Epoch milliseconds. */
  clock: () => number
  /** Told of events that could not be kept. */
  onLost?: ((error: unknown) => void) | undefined
  /** How long what owners asked and did is kept, milliseconds. */
  keptMs?: number
  /** Longest that an event waits, milliseconds. */
  everyMs?: number
  /**
   * Whether work goes on after the request that began it, as it does on Node. On the edge it may end with it, unfinished:
   * whatever waited for it would wait for ever.
   */
  hasBackground?: boolean
}

export type Recorder = {
  record: RecordEvent
  /**
   * Resolves when every event recorded so far is kept or lost; without a background, those that no other flush took up.
   * Never rejects.
   */
  flush: () => Promise<void>
  /** Removes what is older than it is kept, a part of it once an hour. */
  forgetOld: () => Promise<void>
}

const halfYearMs = 183 * 86_400_000
const atOnce = 100
/** More than these do not wait: the database is slower than they come. */
const mostWaiting = 5_000

export function createRecorder(
  database: Database,
  { clock, onLost = () => {}, everyMs = 1_000, keptMs = halfYearMs, hasBackground = true }: RecorderOptions,
): Recorder {
  const statementsOf = eventWrites(database.dialect)
  const outdated = retention(database.dialect, keptMs)
  const waiting: { event: SuggestionEvent; at: number }[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing: Promise<void> | undefined

  async function write() {
    while (waiting.length > 0) await keep(waiting.splice(0, atOnce)).catch(onLost)
    writing = undefined
  }

  async function keep(events: typeof waiting) {
    const statements = events.flatMap(({ event, at }) => statementsOf(event, at))
    await database.batch([...statements, ...outdated(clock())])
  }

  async function flush() {
    if (!hasBackground) return write()
    clearTimeout(timer)
    timer = undefined
    if (waiting.length > 0) writing ??= write()
    await writing
  }

  return {
    flush,
    async forgetOld() {
      const statements = outdated(clock())
      if (statements.length > 0) await database.batch(statements)
    },
    record(event) {
      if (waiting.length >= mostWaiting) return
      waiting.push({ event, at: clock() })
      if (!hasBackground) return
      if (waiting.length >= atOnce) void flush()
      else timer ??= setTimeout(() => void flush(), everyMs)
    },
  }
}
