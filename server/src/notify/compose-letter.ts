// Which events of a ticket its owner is told by mail, and in what words.
import type { Locale } from '@bilet/shared/locale'
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import type { Decision, Message, Submitted, TicketEvent } from '@bilet/shared/ticket-events'
import type { Ticket } from '../tickets/ticket.ts'
import { letterWords } from './letter-words.ts'

/** What a letter says. */
export type Content = { subject: string; paragraphs: string[]; automatic: boolean }

type Desk = Pick<SupportPolicy, 'zone' | 'decisionReasons'>

/**
 * The letter about one event of a ticket, in the owner's language: the receipt (R17), a public answer by staff, a
 * decision with its reason in words (R19). Null for what an owner is not written about: notes, their own messages,
 * reassignment.
 */
export function composeLetter(ticket: Ticket, event: TicketEvent, desk: Desk): Content | null {
  const content = contentOf(ticket, event, desk)
  // A guest has no admin panel to answer from.
  if (content && ticket.requester.verified) content.paragraphs.push(letterWords[ticket.draft.locale].whereToAnswer)
  return content
}

function contentOf(ticket: Ticket, event: TicketEvent, desk: Desk): Content | null {
  if (event.kind === 'submitted') return receipt(ticket, event, desk)
  if (event.by.kind !== 'staff') return null
  if (event.kind === 'message' && event.visibility === 'public') return answer(ticket, event)
  return event.kind === 'decision' ? decision(ticket, event.decision, desk) : null
}

function receipt({ number, draft }: Ticket, { reactionDueAt }: Submitted, { zone }: Desk): Content {
  const words = letterWords[draft.locale]
  const dueBy = words.dueBy(tellTime(reactionDueAt, zone, draft.locale))
  return {
    subject: words.receiptSubject(number),
    paragraphs: [words.received(number), dueBy, words.resolutionDepends, words.noRepeats],
    automatic: true,
  }
}

function answer({ number, draft }: Ticket, { by, text, attachments }: Message): Content {
  const words = letterWords[draft.locale]
  const pictures = attachments.length > 0 ? [words.picturesInTicket] : []
  return {
    subject: words.answerSubject(number),
    paragraphs: [words.answered(by.name, number), text, ...pictures],
    automatic: false,
  }
}

function decision({ number, draft }: Ticket, { kind, reason, text, until }: Decision, desk: Desk): Content {
  const { locale } = draft
  const words = letterWords[locale]
  const opening = {
    extend: () => words.extended(until === undefined ? undefined : tellTime(until, desk.zone, locale)),
    refuse: () => words.refused(number),
    resolve: () => words.resolved(number),
  }[kind]()
  const known = desk.decisionReasons.find(({ id }) => id === reason)
  const why = known ? [words.reason(known.words[locale]), `${known.help[locale]}.`] : []
  return {
    subject: words[`${kind}Subject`](number),
    paragraphs: [opening, ...why, ...(text ? [text] : []), ...(kind === 'resolve' ? [words.reopens] : [])],
    automatic: false,
  }
}

/** A day and time on the desk's clock, with the clock's name: «22 ноября в 14:20 (Москва)». */
function tellTime(at: number, zone: string, locale: Locale): string {
  const options = { timeZone: zone, day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const
  const time = new Intl.DateTimeFormat(locale, { ...options, hourCycle: 'h23' }).format(at)
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortGeneric' }).formatToParts(at)
  return `${time} (${parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone})`
}
