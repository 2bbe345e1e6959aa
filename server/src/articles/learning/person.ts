import * as z from 'zod/mini'
import type { Database } from '../../database/database.ts'
import { prepared } from '../../database/sql.ts'
import { toTime } from '../../tickets/owner-view.ts'

/** What is kept of a person's questions and reading. Times are RFC 3339, UTC. */
export const PersonsReading = z.strictObject({
  questions: z.array(z.strictObject({ at: z.iso.datetime(), words: z.string() })),
  reading: z.array(z.strictObject({ at: z.iso.datetime(), kind: z.string(), articleId: z.string() })),
})
export type PersonsReading = z.infer<typeof PersonsReading>

export type Reading = {
  ofPerson(requesterId: string): Promise<PersonsReading>
  /** Removes it; gives how many rows there were. */
  erase(requesterId: string): Promise<number>
}

export function createReading(database: Database): Reading {
  const { questions, events, removeQuestions, removeEvents } = statementsFor(database.dialect)
  return {
    async ofPerson(requesterId) {
      const asked = await database.query<{ at: number; words: string }>(questions({ requesterId }))
      const read = await database.query<{ at: number; kind: string; articleId: string }>(events({ requesterId }))
      return {
        questions: asked.map(({ at, words }) => ({ at: toTime(at), words })),
        reading: read.map(({ at, kind, articleId }) => ({ at: toTime(at), kind, articleId })),
      }
    },
    async erase(requesterId) {
      const removed = await database.batch([removeQuestions({ requesterId }), removeEvents({ requesterId })])
      return removed.reduce((sum, rows) => sum + rows, 0)
    },
  }
}

type OfPerson = { requesterId: string }

const statementsFor = (dialect: Database['dialect']) => ({
  questions: prepared<OfPerson>(dialect, ({ requesterId }, sql) =>
    sql.selectFrom('suggestion_queries').select(['at', 'words']).where('requester_id', '=', requesterId).orderBy('at'),
  ),
  events: prepared<OfPerson>(dialect, ({ requesterId }, sql) =>
    sql
      .selectFrom('suggestion_events')
      .select(['at', 'kind', 'article_id as articleId'])
      .where('requester_id', '=', requesterId)
      .orderBy('seq'),
  ),
  removeQuestions: prepared<OfPerson>(dialect, ({ requesterId }, sql) =>
    sql.deleteFrom('suggestion_queries').where('requester_id', '=', requesterId),
  ),
  removeEvents: prepared<OfPerson>(dialect, ({ requesterId }, sql) =>
    sql.deleteFrom('suggestion_events').where('requester_id', '=', requesterId),
  ),
})
