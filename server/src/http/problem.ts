// The one place where codes become answers: RFC 9457 problem details.
import type { Context } from 'hono'
import { problems, told } from '@bilet/shared/problem'
import type { Issue, Problem, ProblemCode } from '@bilet/shared/problem'
import { StorageError } from '../database/database.ts'
import { CursorError } from '../tickets/ticket-store.ts'
import type { AppEnv } from './env.ts'
import { usual } from './usual-headers.ts'

type Details = {
  issues?: Issue[]
  headers?: Record<string, string>
  detail?: string
  /** Members of the problem's own (RFC 9457 §3.2). */
  more?: Record<string, unknown>
}

/** A refusal on its way to the HTTP edge. Thrown by middleware and routes only; domain code returns results. */
export class Refusal extends Error {
  readonly code: ProblemCode
  readonly details: Details
  constructor(code: ProblemCode, details: Details = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}

/** A refused body is told by its first issue: one look tells what to mend. */
function codeOf(code: ProblemCode, issues: Issue[] | undefined): string {
  return (code === 'invalid_body' && issues?.[0]?.code) || code
}

/** The first issues and the number of the rest, each short and in letters that can be shown: under 16 KB in all. */
function bounded(issues: Issue[]): Pick<Problem, 'issues' | 'issuesOmitted'> {
  const omitted = issues.length - told.issues
  return { issues: issues.slice(0, told.issues).map(shown), ...(omitted > 0 && { issuesOmitted: omitted }) }
}

const shown = ({ path, code, params }: Issue): Issue => ({
  path: showable(path),
  code,
  ...(params && {
    params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shownParam(value)])),
  }),
})

function shownParam(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, told.issues).map(shownParam)
  return typeof value === 'string' ? showable(value) : value
}

/** Controls, and what turns the direction of text, would be six bytes each or lead a reader astray. */
const showable = (text: string) =>
  text.slice(0, told.path).replaceAll(/[\p{Cc}\p{Surrogate}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')

const titles: Record<(typeof problems)[ProblemCode], string> = {
  400: 'Bad request',
  401: 'Not authenticated',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Not in this state',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Unsupported content type',
  422: 'Refused by the rules',
  428: 'If-Match is required',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Try again later',
  507: 'Storage is full',
}

/** Answers with a problem. */
export function problem(c: Context<AppEnv>, code: ProblemCode, details: Details = {}): Response {
  const status = problems[code]
  const name = codeOf(code, details.issues)
  c.set('refusal', name)
  const body: Problem = {
    type: `/docs#${name}`,
    title: titles[status],
    status,
    code: name,
    requestId: c.get('requestId'),
    ...(details.detail && { detail: details.detail }),
    ...(details.issues && bounded(details.issues)),
    ...details.more,
  }
  const headers = { 'Content-Type': 'application/problem+json', ...usual, ...details.headers }
  return c.body(JSON.stringify(body), status, headers)
}

/** Hono's `onError`: known refusals as themselves, storage trouble as 503 or 507, all else as a 500 that tells nothing. */
export function onError(error: Error, c: Context<AppEnv>): Response {
  if (error instanceof Refusal) return problem(c, error.code, error.details)
  if (error instanceof CursorError)
    return problem(c, 'invalid_query', { issues: [{ path: 'cursor', code: 'invalid_cursor' }] })
  if (error instanceof StorageError) {
    c.get('log').error({ error: error.cause }, error.message)
    return error.kind === 'full'
      ? problem(c, 'storage_full')
      : problem(c, 'unavailable', { headers: { 'Retry-After': '2' } })
  }
  c.get('log').error({ error }, 'unhandled error')
  return problem(c, 'internal')
}
