// Texts that staff answer with again and again.
import type { CannedReply } from '@bilet/shared/desk-replies'
import type { Selectable } from 'kysely'
import type { Database } from '../database/database.ts'
import type { RepliesTable } from '../database/schema.ts'
import { prepared } from '../database/sql.ts'

export type KeptReply = CannedReply & { id: string; updatedAt: number }

export type CannedReplies = {
  /** By title. */
  list(): Promise<KeptReply[]>
  find(id: string): Promise<KeptReply | null>
  /** Adds or replaces. */
  put(id: string, reply: CannedReply): Promise<KeptReply>
  /** False when there is no such reply. */
  remove(id: string): Promise<boolean>
}

type Row = Selectable<RepliesTable>

/** The database must have been migrated. `clock` gives epoch milliseconds. */
export function createCannedReplies(database: Database, { clock }: { clock: () => number }): CannedReplies {
  const { dialect } = database
  const all = prepared<object>(dialect, (_, sql) =>
    sql.selectFrom('replies').selectAll().orderBy('title').orderBy('id'),
  )
  const one = prepared<{ id: string }>(dialect, ({ id }, sql) =>
    sql.selectFrom('replies').selectAll().where('id', '=', id),
  )
  const put = prepared<Row>(dialect, (row, sql) => {
    const { title, text, locale, department, updated_at } = row
    return sql
      .insertInto('replies')
      .values({ id: row.id, title, text, locale, department, updated_at })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((build) => ({
          title: build.ref('excluded.title'),
          text: build.ref('excluded.text'),
          locale: build.ref('excluded.locale'),
          department: build.ref('excluded.department'),
          updated_at: build.ref('excluded.updated_at'),
        })),
      )
  })
  const remove = prepared<{ id: string }>(dialect, ({ id }, sql) =>
    sql.deleteFrom('replies').where('id', '=', id).returning('id'),
  )
  return {
    async list() {
      return (await database.query<Row>(all({}))).map(toReply)
    },
    async find(id) {
      const [row] = await database.query<Row>(one({ id }))
      return row ? toReply(row) : null
    },
    async put(id, { department, ...reply }) {
      const row = { id, ...reply, department: department ?? null, updated_at: clock() }
      await database.batch([put(row)])
      return toReply(row)
    },
    async remove(id) {
      const [removed = []] = await database.batch([remove({ id })])
      return removed.length > 0
    },
  }
}

const toReply = ({ id, title, text, locale, department, updated_at: updatedAt }: Row): KeptReply => ({
  id,
  title,
  text,
  locale,
  ...(department !== null && { department }),
  updatedAt,
})
