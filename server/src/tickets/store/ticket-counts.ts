// Counts and places in the queue, from what the triggers keep count of: as fast at a million tickets as at ten.
import { isOpenStatus } from '@bilet/shared/statuses'
import type { TicketStatus } from '@bilet/shared/ticket'
import { sql as raw } from 'kysely'
import type { Database } from '../../database/database.ts'
import { prepared } from '../../database/sql.ts'
import { isOpen } from './filters.ts'
import { ticketsBy } from './tickets-by.ts'
import type { TicketCounts, TicketStore } from '../ticket-store.ts'

const mostTags = 500
const hourMs = 3_600_000
/** Neighbouring numbers counted together, as the triggers do. */
const bucketSize = 1024

export function createTicketCounts(database: Database): Pick<TicketStore, 'counts' | 'queuePosition' | 'tags'> {
  const byStatus = prepared<object>(database.dialect, (_, sql) =>
    sql
      .selectFrom('ticket_counts')
      .select(({ fn }) => ['department', 'status', fn.sum<number>('n').as('n')])
      .groupBy(['department', 'status']),
  )
  const overdueBefore = prepared<{ hour: number }>(database.dialect, ({ hour }, sql) =>
    sql
      .selectFrom('due_counts')
      .select(({ fn }) => fn.sum<number | null>('n').as('n'))
      .where('hour', '<', hour),
  )
  const overdueSince = prepared<{ from: number; now: number }>(database.dialect, ({ from, now }) =>
    ticketsBy(database.dialect, 'tickets_unreacted')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where(isOpen)
      .where('reacted_at', 'is', null)
      .where('reaction_due_at', '>=', from)
      .where('reaction_due_at', '<', now),
  )
  const atWork = prepared<object>(database.dialect, (_, sql) =>
    sql
      .selectFrom('tickets')
      .select(({ fn }) => [
        'assignee',
        'awaiting',
        fn.countAll<number>().as('n'),
        raw<number>`sum(case when reacted_at is null then 1 else 0 end)`.as('due'),
        raw<number>`sum(case when extended_until is null then 0 else 1 end)`.as('extended'),
      ])
      .where(isOpen)
      .groupBy(['assignee', 'awaiting']),
  )
  const openBelow = prepared<{ department: string; bucket: number }>(database.dialect, ({ department, bucket }, sql) =>
    sql
      .selectFrom('ticket_counts')
      .select(({ fn }) => fn.sum<number | null>('n').as('n'))
      .where('department', '=', department)
      .where('bucket', '>=', 0)
      .where('bucket', '<', bucket),
  )
  const openBetween = prepared<{ department: string; from: number; to: number }>(
    database.dialect,
    ({ department, from, to }) =>
      ticketsBy(database.dialect, 'tickets_open')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where(isOpen)
        .where('department', '=', department)
        .where('number', '>=', from)
        .where('number', '<', to),
  )

  const count = async (statement: ReturnType<typeof overdueBefore>) => {
    const [row] = await database.query<{ n: number | null }>(statement)
    return row?.n ?? 0
  }

  const tagCounts = prepared<object>(database.dialect, (_, sql) =>
    sql.selectFrom('tag_counts').select(['tag', 'n as tickets']).orderBy('n', 'desc').orderBy('tag').limit(mostTags),
  )

  return {
    tags: () => database.query<{ tag: string; tickets: number }>(tagCounts({})),
    async counts(now, me = '') {
      const hour = Math.floor(now / hourMs)
      const rows = await database.query<CountRow>(byStatus({}))
      const breached =
        (await count(overdueBefore({ hour }))) + (await count(overdueSince({ from: hour * hourMs, now })))
      return { ...tally(rows), breached, ...toWork(await database.query<WorkRow>(atWork({})), me) }
    },
    async queuePosition({ department, number }) {
      const bucket = Math.floor(number / bucketSize)
      const below = await count(openBelow({ department, bucket }))
      return below + (await count(openBetween({ department, from: bucket * bucketSize, to: number }))) + 1
    },
  }
}

type CountRow = { department: string; status: TicketStatus; n: number }

function tally(rows: readonly CountRow[]): Pick<TicketCounts, 'status' | 'department'> {
  const status: TicketCounts['status'] = { new: 0, in_progress: 0, waiting_for_customer: 0, resolved: 0, refused: 0 }
  const departments = new Map<string, number>()
  for (const row of rows) {
    status[row.status] += row.n
    if (isOpenStatus(row.status)) departments.set(row.department, (departments.get(row.department) ?? 0) + row.n)
  }
  return { status, department: Object.fromEntries(departments) }
}

type WorkRow = { assignee: string | null; awaiting: 'staff' | 'owner'; n: number; due: number; extended: number }

/** Open tickets by whose turn it is and who has them. */
function toWork(rows: readonly WorkRow[], me: string): Omit<TicketCounts, 'status' | 'department' | 'breached'> {
  const sum = (count: (row: WorkRow) => number) => rows.reduce((total, row) => total + count(row), 0)
  const numberOf = (isMeant: (row: WorkRow) => boolean) => sum((row) => (isMeant(row) ? row.n : 0))
  const names = [...new Set(rows.flatMap(({ assignee }) => assignee ?? []))].toSorted()
  return {
    due: sum(({ due }) => due),
    extended: sum(({ extended }) => extended),
    awaiting: {
      staff: numberOf(({ awaiting }) => awaiting === 'staff'),
      owner: numberOf(({ awaiting }) => awaiting === 'owner'),
    },
    unassigned: numberOf(({ assignee }) => assignee === null),
    mine: numberOf(({ assignee }) => assignee === me),
    assignee: Object.fromEntries(names.map((name) => [name, numberOf(({ assignee }) => assignee === name)])),
  }
}
