import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { requireScope } from '../http/staff-caller.ts'
import { streamOf } from '../http/stream-of.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import { teller } from './tell-audit.ts'
import { exportTickets } from '../tickets/export.ts'
import { FilterQuery, toFilter } from '../tickets/staff-filters.ts'

const Query = z.strictObject({ ...FilterQuery.shape, format: z.enum(['csv', 'ndjson']) })

const types = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson' }

/** The queue as a file. Without a status all tickets are meant: an export that leaves some out would mislead. */
export const staffExportRoutes = ({ tickets, audit, clock }: Deps) => {
  const tell = teller(audit)
  return new Hono<AppEnv>().get(
    '/export',
    describe({
      summary: 'Tickets as CSV or NDJSON, streamed',
      description: 'Takes the filters of the queue. Spreadsheet formulas in owners’ words are neutralised.',
      auth: 'staff:read',
      success: { status: 200, type: 'text/csv' },
    }),
    requireScope('read'),
    validate('query', Query),
    async (c) => {
      const { format, ...filter } = c.req.valid('query')
      await tell(c, 'tickets.exported', `export:${format}`, { after: { filters: Object.keys(filter) } })
      c.header('Content-Type', types[format])
      c.header('Content-Disposition', `attachment; filename="tickets.${format}"`)
      return c.body(
        streamOf(exportTickets(tickets, { filter: toFilter(filter, c.get('staff').name), format, now: clock() })),
      )
    },
  )
}
