// Which events of a ticket its owner is told by mail, and in what words.
import { inLanguage } from '@bilet/shared/policy/in-language'
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import type { Decision, Message, Submitted, TicketEvent } from '@bilet/shared/ticket-events'
import type { Ticket } from '../tickets/ticket.ts'
import type { Speech } from '../speech.ts'
import { tellTime } from './tell-time.ts'

/** What a letter says. `automatic` ones no person wrote (RFC 3834). */
export type Content = { subject: string; paragraphs: string[]; automatic: boolean }

export type LetterDesk = { policy: Pick<SupportPolicy, 'zone' | 'decisionReasons'>; speech: Speech }

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
export function composeLetter(ticket: Ticket, told: Told, desk: LetterDesk): Content | null {
  const content = contentOf(ticket, told, desk)
  return content && { ...content, paragraphs: [...content.paragraphs, ...wayBack(ticket, told.link, desk)] }
}

/** A guest has no admin panel to answer from. */
function wayBack({ requester, draft }: Ticket, link: string | null, { speech }: LetterDesk): string[] {
  const words = speech.letters(draft.locale)
  if (link !== null) return [words.answerAt(link), ...(requester.verified ? [] : [words.linkIsYours])]
  return requester.verified ? [words.whereToAnswer] : []
}

function contentOf(ticket: Ticket, { event, together }: Told, desk: LetterDesk): Content | null {
  if (event.kind === 'submitted') return receipt(ticket, event, desk)
  if (event.by.kind === 'owner') return null
  const answered = together.find(isAnswer)
  if (event.kind === 'decision') return answered ? null : decision(ticket, event, desk)
  if (event.kind !== 'message' || event.visibility !== 'public') return null
  const decided = together.find((one) => one.kind === 'decision')
  return decided ? both(answer(ticket, event, desk), decision(ticket, decided, desk)) : answer(ticket, event, desk)
}

const isAnswer = (event: TicketEvent): event is Message => event.kind === 'message' && event.visibility === 'public'

const both = (first: Content, then: Content): Content => ({
  subject: then.subject,
  paragraphs: [...first.paragraphs, ...then.paragraphs],
  automatic: first.automatic && then.automatic,
})

function receipt({ number, draft, requester }: Ticket, event: Submitted, { policy, speech }: LetterDesk): Content {
  const words = speech.letters(draft.locale)
  const dueBy = words.dueBy(tellTime(event.reactionDueAt, policy.zone, speech.languageFor(draft.locale)))
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

function answer(
  { number, draft }: Ticket,
  { by, text, attachments, article, warns }: Message,
  { speech }: LetterDesk,
): Content {
  const words = speech.letters(draft.locale)
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

function decision({ number, draft }: Ticket, event: Decided, { policy, speech }: LetterDesk): Content {
  const language = speech.languageFor(draft.locale)
  const words = speech.letters(language)
  const { kind, reason, text, until, duplicateOf } = event.decision
  const isSilence = event.by.kind === 'system'
  const known = policy.decisionReasons.find(({ id }) => id === reason)
  const why =
    known && !isSilence ? [words.reason(inLanguage(known.words, language)), `${inLanguage(known.help, language)}.`] : []
  const opening = {
    extend: () => words.extended(until === undefined ? undefined : tellTime(until, policy.zone, language)),
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
