// What is learnt of the documentation from what owners and staff do with it.
import type { Database } from '../../database/database.ts'
import { createLinkedAnswers } from './linked-answers.ts'
import type { LinkedAnswers } from './linked-answers.ts'
import { createReading } from './person.ts'
import type { Reading } from './person.ts'
import { createRecorder } from './recorder.ts'
import type { Recorder, RecorderOptions } from './recorder.ts'

export type Learning = Recorder & Reading & LinkedAnswers

/** The database must have been migrated. Flush before it is closed. */
export function createLearning(database: Database, options: RecorderOptions): Learning {
  const recorder = createRecorder(database, options)
  const linked = createLinkedAnswers(database, options)
  const reading = createReading(database)
  return {
    ...recorder,
    ...linked,
    async refresh() {
      await recorder.flush()
      await linked.refresh()
    },
    async ofPerson(requesterId) {
      await recorder.flush()
      return reading.ofPerson(requesterId)
    },
    async erase(requesterId) {
      await recorder.flush()
      return reading.erase(requesterId)
    },
  }
}
