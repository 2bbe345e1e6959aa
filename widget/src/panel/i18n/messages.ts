// Every word of the interface, by name. A language that lacks one does not compile.
import type { FindingCode } from '@bilet/shared/rules/finding'
import type { IssueCode } from '@bilet/shared/issue-codes'
import type { DraftKind } from '../models/draft-kind.ts'
import type { DecisionKind } from '@bilet/shared/ticket-events'
import type { TicketStatus } from '@bilet/shared/ticket'
import type { ProblemCode, StaffProblemCode } from '@bilet/shared/problem'

/** What may go wrong that the API has no code for. */
type OwnProblem = 'offline' | 'sign_in_unavailable'

/** The same of pictures. */
type PictureProblem = 'not_a_picture' | 'heic_unreadable'

export type DraftField = 'subject' | 'description' | 'steps' | 'screenshot' | 'department' | 'email'

type Params = Record<string, unknown>

/** What the panel opens with, before a file of words is here. */
export type OpeningWords = {
  /** BCP 47, for Intl. */
  tag: string
  support: string
  back: string
  widen: string
  narrow: string
  close: string
  retry: string
  loading: string
  /** The question of the first screen, an example in its field, and the ways on from there. */
  question: string
  questionHint: string
  resume: string
  justAsk: string
  write: string
  titles: Record<'article' | 'ticket' | 'review' | 'tickets', string>
  /** The browser says that there is no network; the desk did not answer. */
  offline: string
  unreached: string
}

/** What the desk may refuse before anything is sent to it. */
type EarlyProblem = Extract<
  ProblemCode | OwnProblem,
  | 'unauthenticated'
  | 'token_invalid'
  | 'token_expired'
  | 'origin_not_allowed'
  | 'rate_limited'
  | 'internal'
  | 'unavailable'
  | 'sign_in_unavailable'
>

/** What only a panel that is older or newer than the desk is refused for: all are told alike, and what it does not know too. */
type StaleProblem =
  | 'invalid_query'
  | 'invalid_header'
  | 'scope_required'
  | 'method_not_allowed'
  | 'version_stale'
  | 'unknown_field'
  | 'version_required'
  | 'invalid_type'
  | 'invalid_choice'

type AnyProblem = Exclude<ProblemCode, StaffProblemCode> | IssueCode | OwnProblem | PictureProblem

/** What the first screen says around its field. */
export type FirstWords = {
  undo: string
  open: string
  remove: string
  dropHere: string

  home: {
    openUntil(time: string): string
    openAlways: string
    opensAt(time: string): string
    closed: string
    anyHour: string
    reaction(hours: number, isSupportTime: boolean, plan: string): string
    /** Departments open to a plan that has not all of them. */
    openTo(departments: string[]): string
    guest: string
    phones: string
    askedHere: string
    /** A ticket that waits to be sent. */
    queued: string
    thrownAway: string
  }
  suggestions: {
    title: string
    none: string
    count(found: number): string
  }
  tickets: {
    all: string
    unread: string
    status: Record<TicketStatus, string>
  }
  times: {
    tomorrow: string
    onDay(day: string): string
    /** The end of a span; `day` is empty for today. */
    until(day: string, clock: string): string
    /** A deadline. */
    by(day: string, clock: string): string
    /** A moment; `day` is empty for today. */
    at(day: string, clock: string): string
    inZone(time: string, zone: string): string
    withOwn(time: string, own: string): string
  }
  problems: Record<EarlyProblem, string>
}

/** What the later parts of the panel say: comes with the first of them. */
export type LaterWords = {
  article: {
    contents: string
    original: string
    helped: string
    solved: string
    notSolved: string
  }
  solved: { title: string; text: string; restore: string }
  ticket: {
    subject: string
    subjectHint: string
    department: string
    suggested: string
    notYetGuessed: string
    choose: string
    description: Record<DraftKind, string>
    descriptionHint: Record<DraftKind, string>
    justAskHint: string
    steps: string
    stepsHint: Record<'keys' | 'touch', string>
    step(number: number): string
    addStep: string
    visited(page: string): string
    addVisited(pages: string): string
    byItself: string
    byItselfChosen: string
    undoChoice: string
    screenshot: string
    drop: string
    dropHint(keys: string): string
    dropTouch: string
    capture: string
    captureFailed: Record<'forbidden' | 'blank' | 'offline', (keys: string) => string>
    addLink: string
    link: string
    linkHint: string
    guestPictures: string
    addPicture: string
    nothingToShow: string
    nothingToShowChosen: string
    email: string
    emailHint: string
    environment: string
    environmentHint: string
    /** Names of facts, in small letters. */
    facts: Record<string, string>
    cities: Record<string, string>
    yesOrNo: [yes: string, no: string]
    partOf(left: number): string
    left: string
    fields: Record<DraftField, string>
    send: string
    sending: string
    kept: string
    notKept: string
    replyBy(time: string): string
    related: string
    throwAway: string
    waitsForDesk: string
  }
  pictures: {
    uploading(name: string, percent: number): string
    open: string
    edit: string
    preparing(name: string): string
    leftOut(most: number): string
    notKept: string
    removed: string
  }
  review: {
    split: string
    splitText: string
    question(number: number): string
    doSplit(count: number): string
    oneQuestion: string
    duplicate(number: number): string
    duplicateText: string
    willBeAdded: string
    added: string
    addToIt: string
    different: string
    send: string
  }
  queued: { title: string; text: string; edit: string; retry: string }
  sent: {
    title: string
    copy: string
    copied: string
    queue(position: number): string
    resolution: string
    receipt(email: string): string
    receiptHere: string
    open: string
    next(left: number): string
    late: string
  }
  myTickets: {
    empty: string
    emptyText: string
    more: string
    signIn: string
  }
  thread: {
    you: string
    support: string
    system: string
    decision: Record<DecisionKind, string>
    until(time: string): string
    statusChanged(status: string): string
    late: string
    queue(position: number): string
    steps: string
    reply: string
    replyHint: string
    attach: string
    article: string
    isClosed: string
    isNew: string
    earlier: string
  }
  findings: Record<FindingCode, (params: Params) => string>
  refusals: Record<Exclude<AnyProblem, EarlyProblem | StaleProblem | 'offline'> | 'other', string>
}

export type EarlyMessages = OpeningWords & FirstWords

export type Messages = EarlyMessages & LaterWords
