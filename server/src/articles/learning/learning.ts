// What is learnt of the documentation from what owners and staff do with it.
import type { Database } from '../../database/database.ts'
import { createEndings } from './endings.ts'
import type { Ending } from './endings.ts'
import { createAskedOnPage } from './asked-on-page.ts'
import type { AskedOnPage } from './asked-on-page.ts'
import { createLinkedAnswers } from './linked-answers.ts'
import type { LinkedAnswers, LinkedAnswersOptions } from './linked-answers.ts'
import { createReading } from './reading.ts'
import type { Reading } from './reading.ts'
import { createRecorder } from './recorder.ts'
import type { Recorder, RecorderOptions } from './recorder.ts'

export type Learning = Recorder &
  Reading &
  LinkedAnswers &
  AskedOnPage & {
    /** Questions that ended in an article within half a year, newest first. */
    endings: () => Promise<Ending[]>
  }

/** The database must have been migrated. Flush before it is closed. */
export function createLearning(database: Database, options: RecorderOptions & LinkedAnswersOptions): Learning {
  const recorder = createRecorder(database, options)
  const linked = createLinkedAnswers(database, options)
  const readEndings = createEndings(database, options)
  return {
    ...recorder,
    ...linked,
    ...createReading(database, recorder),
    ...createAskedOnPage(database, options),
    async endings() {
      await recorder.flush()
      return readEndings()
    },
    async refresh() {
      await recorder.flush()
      await linked.refresh()
    },
  }
}
