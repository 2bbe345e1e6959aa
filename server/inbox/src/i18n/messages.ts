// Every word of the inbox, by name. A language that lacks one does not compile.
import type { FindingCode } from '@bilet/shared/rules/finding'
import type { DecisionKind } from '@bilet/shared/ticket-events'
import type { TicketStatus } from '@bilet/shared/ticket'
import type { Goal, Command } from '../models/keys.ts'
import type { Tab } from '../models/route.ts'

export type Messages = {
  /** BCP 47, for Intl. */
  tag: string
  language: string
  inbox: string
  close: string
  cancel: string
  retry: string
  undo: string
  remove: string
  loading: string
  none: string

  signIn: {
    title: string
    text: string
    token: string
    enter: string
    entering: string
    lost: string
    lostText: string
    signOut: string
  }
  tabs: Record<Tab, string>
  /** What an empty tab says, beside «Всё разобрано». */
  goals: Record<Goal, string>
  reports: string
  status: Record<TicketStatus, string>
  /** In place of a plan's name. */
  guest: string
  live: { live: string; connecting: string; offline: string; stale: string }

  queue: {
    due: string
    number: string
    plan: string
    department: string
    subject: string
    owner: string
    assignee: string
    lastWord: string
    search: string
    searchHint: string
    found(q: string): string
    clearSearch: string
    /** Where a list is not narrowed. */
    anyDepartment: string
    anyPlan: string
    /** The button that shows the choices, where there is no room for them. */
    narrow: string
    filtered: string
    fresh(count: number): string
    gone: string
    empty: string
    nothingFound: string
    nextDue(subject: string, time: string): string
    more: string
    select(number: number): string
    selectAll: string
    selected(count: number): string
    unassigned: string
    unread: string
    byOwner(time: string): string
    byStaff(time: string): string
    noNumber(number: string): string
    previous: string
    next: string
  }
  bulk: {
    take: string
    assign: string
    department: string
    tag: string
    decide: string
    done(count: number): string
    failed(count: number): string
    outcome(outcome: string): string
  }
  times: {
    now: string
    inTime(span: string): string
    overdue(span: string): string
    ago(span: string): string
    minutes(count: number): string
    hours(count: number): string
    days(count: number): string
    inZone(clock: string, zone: string): string
    tomorrow(clock: string): string
    yesterday(clock: string): string
  }
  ticket: {
    number(number: number): string
    back: string
    owner: string
    staff: string
    system: string
    note: string
    steps: string
    environment: string
    page: string
    findings: string
    finding: Record<FindingCode, string>
    shown: string
    openedMark: string
    nothingShown: string
    promise: string
    replyBy: string
    replied(time: string): string
    repliedLate(time: string): string
    extendedUntil: string
    department: string
    guessed(name: string, share: string): string
    assignee: string
    nobody: string
    takeIt: string
    tags: string
    addTag: string
    history: string
    earlier: string
    others: string
    noOthers: string
    requester: string
    unverified: string
    guest: string
    article: string
    decision: Record<DecisionKind, string>
    until(time: string): string
    changedStatus(status: string): string
    changedDepartment(name: string): string
    changedAssignee(name: string): string
    unassigned: string
    changedTags(tags: string): string
    submitted: string
    splitFrom(number: number): string
    duplicateOf(number: number): string
    noSteps: { just_a_question: string; happens_by_itself: string }
    templateModified: string
    details: string
    looking(names: string): string
    typing(names: string): string
    reopen: string
    split: string
    duplicate: string
    readOnly: string
  }
  composer: {
    public: string
    note: string
    toStaff: string
    answer: string
    answerAndWait: string
    addNote: string
    replies: string
    articles: string
    attach: string
    removeArticle: string
    hint: string
    textMissing: string
    reasonMissing: string
    uploading: string
    decide: string
  }
  decision: {
    title: string
    extend: string
    refuse: string
    resolve: string
    reason: string
    until: string
    words: string
    preview: string
    send: Record<DecisionKind, string>
    notAllowed: string
  }
  sends: {
    title: string
    held(number: number, seconds: number): string
    sending(number: number): string
    waiting(number: number): string
    now: string
    sent(number: number): string
    refused(number: number): string
    open: string
  }
  conflict: { title: string; text: string; sendAnyway: string }
  pickers: {
    search: string
    nothing: string
    replies: string
    repliesEmpty: string
    articles: string
    insert: string
    preview: string
    assign: string
    tag: string
    tagHint: string
    create(tag: string): string
    department: string
  }
  split: {
    title: string
    text: string
    part(index: number): string
    subject: string
    description: string
    add: string
    word: string
    send: string
  }
  duplicate: { title: string; text: string; which: string; word: string; send: string }
  viewer: {
    title: string
    zoomIn: string
    zoomOut: string
    fit: string
    next: string
    previous: string
    failed: string
  }
  keys: {
    title: string
    commands: Record<Command, string>
    goTitle: string
    inFields: string
  }
  report: {
    title: string
    weeks: string
    attainment: string
    byPlan: string
    byDepartment: string
    week: string
    met: string
    late: string
    share: string
    asTable: string
    breached: string
    deflection: string
    deflectionText(hours: number): string
    questions: string
    deflected: string
    sentAnyway: string
    articleTitle: string
    opened: string
    unanswered: string
    nothingFound: string
    write: string
    question: string
    asked: string
    adminsWrite: string
    empty: string
  }
  newArticle: {
    title: string
    name: string
    id: string
    text: string
    publish: string
    published: string
    hint: string
  }
  problems: Record<string, string>
}
