// Events on their way to the database, many in one batch: whoever makes one does not wait for it. Those that wait when
// the process is killed, or that the database refuses, are lost, which statistics can bear.
import type { Database } from '../../database/database.ts'
import { eventWrites } from './event-writes.ts'
import { retention } from './retention.ts'
import type { RecordEvent, SuggestionEvent } from './suggestion-event.ts'

export type RecorderOptions = {
  /** Epoch milliseconds. */
  clock: () => number
  /** Told what became of events that could not be kept. */
  onTrouble?: ((error: unknown) => void) | undefined
  /** How long what owners asked and did is kept, milliseconds. */
  keptMs?: number
  /** Longest that an event waits, milliseconds. */
  everyMs?: number
}

export type Recorder = {
  record: RecordEvent
  /** Resolves when every event recorded so far is kept or lost. Never rejects. */
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
  { clock, onTrouble = () => {}, everyMs = 1_000, keptMs = halfYearMs }: RecorderOptions,
): Recorder {
  const statementsOf = eventWrites(database.dialect)
  const outdated = retention(database.dialect, keptMs)
  const waiting: { event: SuggestionEvent; at: number }[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing: Promise<void> | undefined

  async function write() {
    while (waiting.length > 0) await keep(waiting.splice(0, atOnce)).catch(onTrouble)
    writing = undefined
  }

  async function keep(events: typeof waiting) {
    const statements = events.flatMap(({ event, at }) => statementsOf(event, at))
    await database.batch([...statements, ...outdated(clock())])
  }

  async function flush() {
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
      if (waiting.length >= atOnce) void flush()
      else timer ??= setTimeout(() => void flush(), everyMs)
    },
  }
}
