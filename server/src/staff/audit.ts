// A record of what was done at the desk and by whom: only ever added to, and never an owner's words.
import type { Selectable } from 'kysely'
import type { Database, Statement } from '../database/database.ts'
import type { AuditTable } from '../database/schema.ts'
import { prepared, sqlFor } from '../database/sql.ts'

type Facts = Record<string, unknown>

/** `object` is `kind:id`. `at` is epoch milliseconds. */
export type Deed = { at: number; actor: string; action: string; object: string; before?: Facts; after?: Facts }

export type AuditFilter = {
  actor?: string | undefined
  object?: string | undefined
  from?: number | undefined
  to?: number | undefined
}

export type Audit = {
  record(deed: Omit<Deed, 'at'>): Promise<void>
  /** Latest first. `before` is the cursor that the last page gave. */
  list(
    filter: AuditFilter,
    page: { before?: number | undefined; limit: number },
  ): Promise<{ items: Deed[]; next: number | null }>
}

type Row = Selectable<AuditTable>

/** The statement that adds a deed to the record. */
export function deedStatement(dialect: Database['dialect']): (deed: Deed) => Statement {
  const insert = prepared<Omit<Row, 'seq'>>(dialect, (row, sql) =>
    sql.insertInto('audit').values({
      at: row.at,
      actor: row.actor,
      action: row.action,
      object: row.object,
      before: row.before,
      after: row.after,
    }),
  )
  return (deed) => insert(toColumns(deed))
}

export const toColumns = ({ at, actor, action, object, before, after }: Deed): Omit<Row, 'seq'> => ({
  at,
  actor,
  action,
  object,
  before: before ? JSON.stringify(before) : null,
  after: after ? JSON.stringify(after) : null,
})

/** The database must have been migrated. `clock` gives epoch milliseconds. */
export function createAudit(database: Database, { clock }: { clock: () => number }): Audit {
  const add = deedStatement(database.dialect)
  return {
    async record(deed) {
      await database.batch([add({ at: clock(), ...deed })])
    },
    async list(filter, { before, limit }) {
      const rows = await database.query<Row>(pageOf(database, filter, before, limit + 1))
      const shown = rows.slice(0, limit)
      return { items: shown.map(toDeed), next: rows.length > limit ? (shown.at(-1)?.seq ?? null) : null }
    },
  }
}

function pageOf({ dialect }: Database, filter: AuditFilter, before: number | undefined, limit: number): Statement {
  const asked = [
    filter.actor === undefined ? undefined : (['actor', '=', filter.actor] as const),
    filter.object === undefined ? undefined : (['object', '=', filter.object] as const),
    filter.from === undefined ? undefined : (['at', '>=', filter.from] as const),
    filter.to === undefined ? undefined : (['at', '<', filter.to] as const),
    before === undefined ? undefined : (['seq', '<', before] as const),
  ].filter((one) => one !== undefined)
  return sqlFor(dialect)
    .selectFrom('audit')
    .selectAll()
    .where((build) => build.and(asked.map(([column, sign, value]) => build(column, sign, value))))
    .orderBy('seq', 'desc')
    .limit(limit)
    .compile()
}

const toDeed = ({ at, actor, action, object, before, after }: Row): Deed => ({
  at,
  actor,
  action,
  object,
  ...(before !== null && { before: JSON.parse(before) }),
  ...(after !== null && { after: JSON.parse(after) }),
})
