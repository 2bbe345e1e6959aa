// What staff do to a ticket: checked against the desk and the ticket as it is, written in one go, once for its key.
import { checkDecision, mayDecide } from '@bilet/shared/policy/decisions'
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import type { Issue } from '@bilet/shared/problem'
import { says } from '@bilet/shared/says'
import { isOpenStatus } from '@bilet/shared/statuses'
import type { Actor, Decision, Message, TicketEvent } from '@bilet/shared/ticket-events'
import type { TicketStatus } from '@bilet/shared/ticket'
import type { Learning } from '../articles/learning/learning.ts'
import type { ArticleLibrary } from '../articles/library.ts'
import type { Attachments } from '../attachments/attachments.ts'
import type { Agents } from '../staff/agents.ts'
import { changesSince } from './changes-since.ts'
import { staffPictures } from './staff-pictures.ts'
import type { Claim, Ticket } from './ticket.ts'
import type { StoredEvent, TicketStore } from './ticket-store.ts'

export type Change = {
  status?: TicketStatus | undefined
  department?: string | undefined
  assignee?: string | null | undefined
  tags?: string[] | undefined
}

export type StaffMessage = Pick<Message, 'visibility' | 'text' | 'articleId'> & { attachments?: string[] | undefined }

/** What is done in one go; a message comes first, a decision last. */
export type Act = { message?: StaffMessage; change?: Change; decision?: Decision }

/** Who does it, to which version (null takes any), under which idempotency claim. */
export type Writing = { by: Actor; version: number | null; claim: Claim | null }

type Refused = { issues: Issue[] } | 'decision_not_allowed'

export type Done =
  | { outcome: 'done'; ticket: Ticket; events: StoredEvent[] }
  | { outcome: 'replayed'; ticket: Ticket; events: StoredEvent[] }
  | { outcome: 'stale'; ticket: Ticket; changes: StoredEvent[] }
  | { outcome: 'refused'; issues: Issue[] }
  | { outcome: 'decision_not_allowed'; ticket: Ticket }
  | { outcome: 'not_found' }
  | { outcome: 'key_reused' }

export type StaffWorkDeps = {
  tickets: Pick<TicketStore, 'find' | 'change' | 'history'>
  attachments: Pick<Attachments, 'find' | 'isFresh' | 'hold'>
  articles: Pick<ArticleLibrary, 'get'>
  agents: Agents
  learning: Pick<Learning, 'record'>
  policy: Pick<SupportPolicy, 'departments' | 'decisionReasons'>
  /** Epoch milliseconds. */
  clock: () => number
}

export type StaffWork = {
  /** What is wrong with a change and a decision whatever the ticket. */
  check(act: Pick<Act, 'change' | 'decision'>): Promise<Issue[]>
  /** Answers, changes and decides. What was taken under a key stays taken, whatever would refuse it now. */
  act(ticketId: string, act: Act, writing: Writing): Promise<Done>
  /** One decision; `issues` are what else is wrong with it. */
  decide(ticketId: string, decision: Decision, writing: Writing, issues: Issue[]): Promise<Done>
  /** Events made of the ticket as it is; none write nothing. */
  write(
    ticketId: string,
    toEvents: (ticket: Ticket, now: number) => readonly TicketEvent[] | { refused: Refused },
    writing: Writing,
  ): Promise<Done>
}

export function createStaffWork(deps: StaffWorkDeps): StaffWork {
  const { tickets, articles, agents, learning, policy, clock } = deps
  const pictures = staffPictures(deps.attachments)

  const write: StaffWork['write'] = async (ticketId, toEvents, { version, claim }) => {
    const changed = await tickets.change<Refused>(ticketId, version, (ticket) => toEvents(ticket, clock()), claim)
    if (changed.outcome === 'stale') return { ...changed, changes: await changesSince(tickets, ticketId, version ?? 0) }
    if (changed.outcome === 'changed') return { ...changed, outcome: 'done' }
    if (changed.outcome !== 'refused') return changed
    const { refused, ticket } = changed
    if (refused === 'decision_not_allowed') return { outcome: refused, ticket }
    return { outcome: 'refused', issues: refused.issues }
  }

  async function changeIssues({ status, department, assignee }: Change): Promise<Issue[]> {
    const issues: Issue[] = []
    if (status && !isOpenStatus(status)) issues.push({ path: 'status', code: 'decision_required' })
    if (department && !policy.departments.some(({ id }) => id === department))
      issues.push({ path: 'department', code: 'department_unknown' })
    if (typeof assignee === 'string' && !(await agents.has(assignee)))
      issues.push({ path: 'assignee', code: 'assignee_unknown' })
    return issues
  }

  /** The article as the message will name it; null for one that is not there. */
  async function articleOf({ articleId }: StaffMessage) {
    const article = articleId === undefined ? undefined : await articles.get(articleId)
    return article ? { title: article.title, url: article.url } : null
  }

  /** An article in an answer teaches suggestions. */
  function learnFrom(done: Done, message: StaffMessage | undefined) {
    if (done.outcome === 'done' && message?.articleId !== undefined && message.visibility === 'public')
      learning.record({ kind: 'linked', ticket: done.ticket, articleId: message.articleId })
  }

  const check: StaffWork['check'] = async ({ change, decision }) => [
    ...(change ? await changeIssues(change) : []),
    ...(decision ? checkDecision(decision, policy, clock()) : []),
  ]

  const decide: StaffWork['decide'] = (ticketId, decision, writing, issues) =>
    write(
      ticketId,
      ({ status }, at) => {
        if (issues.length > 0) return { refused: { issues } }
        if (!mayDecide(decision.kind, status)) return { refused: 'decision_not_allowed' }
        return [{ kind: 'decision', at, by: writing.by, decision }]
      },
      writing,
    )

  return {
    check,
    decide,
    write,
    async act(ticketId, { message, change, decision }, writing) {
      const ticket = await tickets.find(ticketId)
      if (!ticket) return { outcome: 'not_found' }
      const article = message ? await articleOf(message) : null
      const taken = await pictures.check(message?.attachments ?? [], ticket.requester)
      const issues = [
        ...(message ? messageIssues(message, article !== null) : []),
        ...taken.issues,
        ...(change ? await check({ change }) : []),
        ...(decision ? (await check({ decision })).map(under(message ? 'decision.' : '')) : []),
      ]
      if (issues.length === 0) await taken.hold(message?.visibility === 'public')
      const done = await write(
        ticketId,
        ({ status }, at) => {
          if (issues.length > 0) return { refused: { issues } }
          if (decision && !mayDecide(decision.kind, change?.status ?? status))
            return { refused: 'decision_not_allowed' }
          const happened = { at, by: writing.by }
          return [
            ...(message ? [toMessage(message, article, happened)] : []),
            ...(change ? [{ kind: 'changed' as const, ...happened, ...change }] : []),
            ...(decision ? [{ kind: 'decision' as const, ...happened, decision }] : []),
          ]
        },
        writing,
      )
      learnFrom(done, message)
      return done
    },
  }
}

function messageIssues({ text, attachments = [], articleId }: StaffMessage, isArticleKnown: boolean): Issue[] {
  const isBlank = !says(text) && attachments.length === 0 && articleId === undefined
  return [
    ...(isBlank ? [{ path: 'text', code: 'text_missing' }] : []),
    ...(articleId !== undefined && !isArticleKnown ? [{ path: 'articleId', code: 'article_unknown' }] : []),
  ]
}

const toMessage = (
  { text, attachments = [], ...message }: StaffMessage,
  article: { title: string; url: string } | null,
  happened: { at: number; by: Actor },
): Message => ({
  kind: 'message',
  ...happened,
  ...message,
  text: text.trim(),
  attachments,
  ...(article && { article }),
})

const under =
  (prefix: string) =>
  (issue: Issue): Issue => ({ ...issue, path: `${prefix}${issue.path}` })
