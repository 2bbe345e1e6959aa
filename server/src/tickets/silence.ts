// Owners who do not answer (R19): warned first, then the ticket is closed, where the policy says so. Whoever writes again
// opens it again.
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import { supportDaysLater } from '@bilet/shared/policy/support-hours'
import type { Actor, TicketEvent } from '@bilet/shared/ticket-events'
import type { Log } from '../log.ts'
import { tellTime } from '../notify/tell-time.ts'
import type { Speech } from '../speech.ts'
import type { TicketLine } from './ticket.ts'
import type { TicketStore } from './ticket-store.ts'
import { historyBackwards } from './whole-history.ts'

/** How often to look, milliseconds. */
export const lookForSilenceEveryMs = 10 * 60 * 1000

type Desk = {
  tickets: Pick<TicketStore, 'list' | 'history' | 'change'>
  policy: SupportPolicy
  speech: Speech
  /** Epoch milliseconds. */
  clock: () => number
  log: Log
}

type Terms = NonNullable<SupportPolicy['silence']>

const system: Actor = { kind: 'system' }

/** Warns and closes what is due. A ticket that changes meanwhile is left to the next look: its owner may have answered. */
export async function tendSilence({ tickets, policy, speech, clock, log }: Desk): Promise<void> {
  const terms = policy.silence
  if (!terms) return
  const now = clock()
  let cursor: string | null | undefined
  while (cursor !== null) {
    const page = await tickets.list(
      { status: ['waiting_for_customer'] },
      { limit: 100, sort: 'submittedAt', now, ...(cursor && { cursor }) },
    )
    for (const ticket of page.items) {
      if (ticket.lastStaffAt === null || now < daysAfter(policy, ticket.lastStaffAt, terms.warnAfterDays)) continue
      const warnedAt = await warnedSince(tickets, ticket.id, Math.max(ticket.lastOwnerAt, ticket.lastStaffAt))
      const event = nextStep({ policy, speech }, terms, { ticket, warnedAt, now })
      if (!event) continue
      await tickets.change(ticket.id, ticket.version, [event])
      log.info({ ticketId: ticket.id, kind: event.kind }, 'an owner does not answer')
    }
    cursor = page.nextCursor
  }
}

/** When the owner was warned, epoch milliseconds, if that was after both sides had last spoken. */
async function warnedSince(tickets: Pick<TicketStore, 'history'>, id: string, spokenAt: number) {
  for await (const events of historyBackwards(tickets, id)) {
    const warned = events.findLast(({ event }) => event.kind === 'message' && event.warns !== undefined)?.event.at
    if (warned !== undefined) return warned >= spokenAt ? warned : undefined
    if (events.some(({ event }) => event.at < spokenAt)) return undefined
  }
  return undefined
}

type Silent = { ticket: TicketLine; warnedAt: number | undefined; now: number }

/** The warning, or the closing when the warning was long enough ago. */
type Telling = Pick<Desk, 'policy' | 'speech'>

function nextStep(desk: Telling, terms: Terms, { ticket, warnedAt, now }: Silent): TicketEvent | null {
  if (warnedAt === undefined) return warning(desk, terms, ticket, now)
  if (now < daysAfter(desk.policy, warnedAt, terms.closeAfterDays)) return null
  return { kind: 'decision', at: now, by: system, decision: { kind: 'refuse', reason: terms.reason } }
}

function warning(
  { policy, speech }: Telling,
  { closeAfterDays }: Terms,
  { draft }: TicketLine,
  now: number,
): TicketEvent {
  const language = speech.languageFor(draft.locale)
  const closesAt = tellTime(daysAfter(policy, now, closeAfterDays), policy.zone, language)
  return {
    kind: 'message',
    at: now,
    by: system,
    visibility: 'public',
    text: speech.letters(language).closing(closesAt),
    attachments: [],
    warns: 'closing_on_silence',
  }
}

/** A desk that never opens again waits for ever. */
const daysAfter = (policy: SupportPolicy, from: number, days: number) =>
  supportDaysLater(policy, from, days) ?? Number.POSITIVE_INFINITY
