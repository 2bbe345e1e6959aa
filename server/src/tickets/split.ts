// Several questions in one ticket (R16): the others become tickets of that owner, with a word to them; the rest stays.
import type { Issue } from '@bilet/shared/problem'
import type { TicketLink } from '@bilet/shared/ticket-events'
import type { PartialDraft } from '@bilet/shared/ticket'
import { changesSince } from './changes-since.ts'
import { listed } from '../notify/letter-words.ts'
import { languageIssues } from '../speech.ts'
import type { Speech } from '../speech.ts'
import { splitQuestions } from '../triage/segments/split-questions.ts'
import type { StaffDraft } from './staff-bodies.ts'
import { claimOfPart, draftIssues, newTicketOf, toDraft } from './staff-tickets.ts'
import type { OpeningDeps } from './staff-tickets.ts'
import type { Done, StaffWork, Writing } from './staff-work.ts'
import type { Claim, Ticket } from './ticket.ts'
import type { TicketStore } from './ticket-store.ts'

type Desk = OpeningDeps & {
  tickets: Pick<TicketStore, 'find' | 'history' | 'replay' | 'submit'>
  work: StaffWork
  speech: Speech
}

type Splitting = { ticketId: string; parts: StaffDraft[]; text: string | undefined; writing: Writing; claim: Claim }

export type SplitResult = { done: Done; created: Ticket[] }

/**
 * Opens a ticket for each part, then tells the owner in the one that they came from. Each step is done once for the key:
 * a repeat goes on where a crash broke off.
 */
export async function splitTicket(
  desk: Desk,
  { ticketId, parts, text, writing, claim }: Splitting,
): Promise<SplitResult> {
  const ticket = await desk.tickets.find(ticketId)
  if (!ticket) return { done: { outcome: 'not_found' }, created: [] }
  const hasBegun = (await desk.tickets.replay(claimOfPart(claim, 0))) !== null
  if (!hasBegun && writing.version !== null && writing.version !== ticket.version) {
    const changes = await changesSince(desk.tickets, ticketId, writing.version)
    return { done: { outcome: 'stale', ticket, changes }, created: [] }
  }
  const drafts = parts.map((part) => toDraft(part, { department: ticket.department, locale: ticket.draft.locale }))
  const issues = [
    ...drafts.flatMap((draft, index) => partIssues(desk, ticket, draft, `parts.${index}.`)),
    ...parts.flatMap(({ locale }, index) =>
      locale === undefined ? [] : languageIssues(desk.speech, locale, `parts.${index}.locale`),
    ),
  ]
  if (!hasBegun && issues.length > 0) return { done: { outcome: 'refused', issues }, created: [] }
  const created: Ticket[] = []
  for (const [index, draft] of drafts.entries()) {
    const opening = { draft, requester: ticket.requester, by: writing.by, splitFrom: linkTo(ticket) }
    const promised = ticket.reactedAt === null ? { reactionDueAt: ticket.reactionDueAt } : {}
    const part = await desk.tickets.submit(newTicketOf(desk, { ...opening, ...promised }), claimOfPart(claim, index))
    if (part.outcome === 'key_reused') return { done: { outcome: 'key_reused' }, created: [] }
    created.push(part.ticket)
  }
  const opened = listed(created.map(({ number, draft }) => ({ number, subject: draft.subject })))
  const told = [text?.trim(), desk.speech.letters(ticket.draft.locale).split(opened)].filter(Boolean).join('\n\n')
  const done = await desk.work.write(
    ticketId,
    (_ticket, at) => [
      {
        kind: 'message',
        at,
        by: writing.by,
        visibility: 'public',
        text: told,
        attachments: [],
        splitInto: created.map(linkTo),
      },
    ],
    { ...writing, version: null, claim },
  )
  return { done, created }
}

/** The questions found in a ticket, each as a draft of its own. */
export function partsOf({ draft }: Ticket): PartialDraft[] {
  const { email: _theirs, seen: _read, ...words } = draft
  return splitQuestions(words) ?? []
}

/** A part may show what the ticket shows, and nothing else. */
function partIssues(desk: Desk, ticket: Ticket, draft: ReturnType<typeof toDraft>, path: string): Issue[] {
  const shown = ticket.draft.screenshot.attachments
  const foreign = draft.screenshot.attachments.some((id) => !shown.includes(id))
  return [
    ...draftIssues(draft, desk.policy, path),
    ...(foreign ? [{ path: `${path}screenshot.attachments`, code: 'attachment_unknown' }] : []),
  ]
}

export const linkTo = ({ id, number }: Ticket): TicketLink => ({ id, number })
