// Which events of a ticket its owner is told by mail, and in what words.
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import type { Decision, Message, Submitted, TicketEvent } from '@bilet/shared/ticket-events'
import type { Ticket } from '../tickets/ticket.ts'
import { letterWords } from './letter-words.ts'
import { tellTime } from './tell-time.ts'

/** What a letter says. `automatic` ones no person wrote (RFC 3834). */
export type Content = { subject: string; paragraphs: string[]; automatic: boolean }

type Desk = Pick<SupportPolicy, 'zone' | 'decisionReasons'>

type Told = {
  event: TicketEvent
  /** What was done in one go with it: told in one letter. */
  together: readonly TicketEvent[]
  /** Where the owner may answer, if that is known. */
  link: string | null
}

/**
 * The letter about one event of a ticket, in the owner's language: the receipt (R17), a public answer by staff, a
 * decision with its reason in words (R19). Null for what an owner is not written about: notes, their own messages,
 * reassignment, and a decision that came with an answer, whose letter tells both.
 */
export function composeLetter(ticket: Ticket, told: Told, desk: Desk): Content | null {
  const content = contentOf(ticket, told, desk)
  return content && { ...content, paragraphs: [...content.paragraphs, ...wayBack(ticket, told.link)] }
}

/** A guest has no admin panel to answer from. */
function wayBack({ requester, draft }: Ticket, link: string | null): string[] {
  const words = letterWords[draft.locale]
  if (link !== null) return [words.answerAt(link), ...(requester.verified ? [] : [words.linkIsYours])]
  return requester.verified ? [words.whereToAnswer] : []
}

function contentOf(ticket: Ticket, { event, together }: Told, desk: Desk): Content | null {
  if (event.kind === 'submitted') return receipt(ticket, event, desk)
  if (event.by.kind === 'owner') return null
  const answered = together.find(isAnswer)
  if (event.kind === 'decision') return answered ? null : decision(ticket, event, desk)
  if (event.kind !== 'message' || event.visibility !== 'public') return null
  const decided = together.find((one) => one.kind === 'decision')
  return decided ? both(answer(ticket, event), decision(ticket, decided, desk)) : answer(ticket, event)
}

const isAnswer = (event: TicketEvent): event is Message => event.kind === 'message' && event.visibility === 'public'

const both = (first: Content, then: Content): Content => ({
  subject: then.subject,
  paragraphs: [...first.paragraphs, ...then.paragraphs],
  automatic: first.automatic && then.automatic,
})

function receipt({ number, draft, requester }: Ticket, event: Submitted, { zone }: Desk): Content {
  const words = letterWords[draft.locale]
  const dueBy = words.dueBy(tellTime(event.reactionDueAt, zone, draft.locale))
  const isByStaff = event.by.kind === 'staff'
  // The owner's words go back only to who was found to be the owner: a typed address may be a stranger's.
  const opening = isByStaff && requester.verified ? words.opened(number, draft.subject) : words.received(number)
  const openedSubject = event.splitFrom ? words.splitSubject(number) : words.openedSubject(number)
  return {
    subject: isByStaff ? openedSubject : words.receiptSubject(number),
    paragraphs: [opening, dueBy, words.resolutionDepends, words.noRepeats],
    automatic: true,
  }
}

function answer({ number, draft }: Ticket, { by, text, attachments, article, warns }: Message): Content {
  const words = letterWords[draft.locale]
  const isAutomatic = by.kind === 'system'
  return {
    subject: warns ? words.closingSubject(number) : words.answerSubject(number),
    paragraphs: [
      ...(isAutomatic ? [] : [words.answered(by.name, number)]),
      ...(text ? [text] : []),
      ...(article ? [words.article(article.title, addressOf(article.url))] : []),
      ...(attachments.length > 0 ? [words.picturesInTicket] : []),
    ],
    automatic: isAutomatic,
  }
}

/** An address that a reader of mail can follow. */
const addressOf = (url: string) => (/^https?:\/\//.test(url) ? url : undefined)

function decision({ number, draft }: Ticket, event: Decided, desk: Desk): Content {
  const { locale } = draft
  const words = letterWords[locale]
  const { kind, reason, text, until, duplicateOf } = event.decision
  const isSilence = event.by.kind === 'system'
  const known = desk.decisionReasons.find(({ id }) => id === reason)
  const why = known && !isSilence ? [words.reason(known.words[locale]), `${known.help[locale]}.`] : []
  const opening = {
    extend: () => words.extended(until === undefined ? undefined : tellTime(until, desk.zone, locale)),
    refuse: () => (isSilence ? words.closedOnSilence(number) : words.refused(number)),
    resolve: () => (isSilence ? words.closedOnSilence(number) : words.resolved(number)),
  }[kind]
  const reopens = kind === 'resolve' || isSilence ? [words.reopens] : []
  const rest = duplicateOf ? [words.duplicate(number, duplicateOf.number)] : [opening(), ...why]
  return {
    subject: duplicateOf ? words.duplicateSubject(number) : words[`${kind}Subject`](number),
    paragraphs: [...rest, ...(text ? [text] : []), ...(duplicateOf ? [] : reopens)],
    automatic: isSilence,
  }
}

type Decided = Extract<TicketEvent, { kind: 'decision' }> & { decision: Decision }
