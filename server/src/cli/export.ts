import { toIssues } from '@bilet/shared/issues'
import { FilterQuery, toFilter } from '../tickets/staff-filters.ts'
import type { TicketFilter } from '../tickets/staff-filters.ts'
import { exportTickets } from '../tickets/export.ts'
import type { ExportFormat } from '../tickets/export.ts'
import { defineCommand, UsageError } from './command.ts'
import { withDesk } from './open-desk.ts'

export const exportCommand = defineCommand({
  name: 'export',
  about: 'Write tickets as NDJSON or CSV',
  options: {
    format: { type: 'string', value: 'ndjson | csv', about: 'ndjson where it is not given' },
    filter: { type: 'string', value: 'query', about: 'the filters of GET /v1/staff/export: status=new&plan=premium' },
  },
  more: 'All tickets where no filter is given. Formulas in owners’ words are neutralised in CSV.',
  run: async ({ options }, io) => {
    const [format, filter] = [formatOf(options.format), filterOf(options.filter)]
    await withDesk(io, async ({ tickets, clock }) => {
      for await (const piece of exportTickets(tickets, { filter, format, now: clock() })) {
        io.signal.throwIfAborted()
        io.out(piece.replace(/\n$/, ''))
      }
    })
  },
})

function formatOf(value = 'ndjson'): ExportFormat {
  if (value === 'ndjson' || value === 'csv') return value
  throw new UsageError(`--format: expected ndjson or csv, not "${value}"`)
}

function filterOf(value = ''): TicketFilter {
  const parsed = FilterQuery.safeParse(Object.fromEntries(new URLSearchParams(value)))
  if (parsed.success) return toFilter(parsed.data, '')
  throw new UsageError(`--filter: ${toIssues(parsed.error)[0]?.path} is wrong`)
}
