// Tickets as files for spreadsheets and other programs, a page at a time: as many as there are, in little memory.
import type { StaffTicketSummary } from '@bilet/shared/staff-replies'
import { plain } from './plain.ts'
import { toStaffSummary } from './staff-view.ts'
import type { Ticket } from './ticket.ts'
import type { TicketFilter } from './staff-filters.ts'
import { pause } from '../util/pause.ts'
import type { TicketStore } from './ticket-store.ts'

export type ExportFormat = 'csv' | 'ndjson'

type ExportRow = Omit<StaffTicketSummary, 'requester' | 'excerpt'> & {
  requester: string
  shop: string | null
  plan: string
  email: string | null
  description: string
  steps: string[]
}

const columns = [
  'number',
  'id',
  'status',
  'department',
  'plan',
  'shop',
  'requester',
  'email',
  'verified',
  'assignee',
  'tags',
  'locale',
  'submittedAt',
  'reactionDueAt',
  'reactedAt',
  'reaction',
  'updatedAt',
  'subject',
  'description',
  'steps',
] as const satisfies (keyof ExportRow)[]

/** Tickets of a page: the first is small, further ones hold about so many letters, and after so many others have their turn. */
const [fewest, most] = [2, 50]
const lettersOfPage = 250_000

/** The file in pieces. Begins with a byte order mark in CSV, without which Excel misreads Cyrillic. */
export async function* exportTickets(
  tickets: Pick<TicketStore, 'listWhole'>,
  { filter, format, now }: { filter: TicketFilter; format: ExportFormat; now: number },
): AsyncGenerator<string> {
  const line = format === 'csv' ? toCsvLine : toNdjsonLine
  if (format === 'csv') yield `\ufeff${columns.join(',')}\r\n`
  let cursor: string | null | undefined
  let limit = fewest
  let letters = 0
  while (cursor !== null) {
    const page = await tickets.listWhole(filter, { limit, sort: 'submittedAt', now, ...(cursor && { cursor }) })
    const lines = page.items.map((ticket) => line(toRow(ticket, now))).join('')
    if (lines !== '') yield lines
    letters += lines.length
    if (letters >= lettersOfPage) {
      await pause(0)
      letters = 0
    }
    const perTicket = lines.length / Math.max(1, page.items.length)
    limit = Math.min(most, Math.max(fewest, Math.floor(lettersOfPage / Math.max(1, perTicket))))
    cursor = page.nextCursor
  }
}

/** Field by field: objects made by spreading are kept by the engine until its great collection. */
function toRow(ticket: Ticket, now: number): ExportRow {
  const summary = toStaffSummary(ticket, now)
  const { requester, draft } = ticket
  return {
    number: summary.number,
    id: summary.id,
    version: summary.version,
    status: summary.status,
    department: summary.department,
    suggestedDepartment: summary.suggestedDepartment,
    plan: requester.plan,
    shop: summary.requester.shop,
    requester: requester.id,
    email: summary.requester.email,
    verified: summary.verified,
    assignee: summary.assignee,
    tags: summary.tags,
    locale: summary.locale,
    submittedAt: summary.submittedAt,
    reactionDueAt: summary.reactionDueAt,
    reactedAt: summary.reactedAt,
    reaction: summary.reaction,
    updatedAt: summary.updatedAt,
    awaiting: summary.awaiting,
    lastOwnerAt: summary.lastOwnerAt,
    lastStaffAt: summary.lastStaffAt,
    extendedUntil: summary.extendedUntil,
    unreadByStaff: summary.unreadByStaff,
    subject: summary.subject,
    description: plain(draft.description),
    steps: draft.steps.map(plain),
  }
}

const toNdjsonLine = (row: ExportRow) => `${JSON.stringify(row)}\n`

const toCsvLine = (row: ExportRow) => `${columns.map((column) => toCell(row[column])).join(',')}\r\n`

/**
 * A cell (RFC 4180), always quoted: what separates cells differs from one spreadsheet's language to another's. What a spreadsheet would run as a formula is led by an
 * apostrophe, so that it stays text.
 */
function toCell(value: string | number | boolean | string[] | null): string {
  const text = Array.isArray(value) ? value.join('\n') : String(value ?? '')
  const harmless = typeof value !== 'number' && /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}
