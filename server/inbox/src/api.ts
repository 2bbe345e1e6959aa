// The only file that talks to the network: the public staff API, nothing else. Nothing throws; a failure is a value.
import { fail } from '@bilet/widget/answer'
import type { Failure } from '@bilet/widget/answer'
import type { Article } from '@bilet/shared/article'
import type { AttachmentReply } from '@bilet/shared/replies'
import type { DeflectionReport, ReactionReport, UnansweredReport } from '@bilet/shared/report-replies'
import type { PartsReply, StaffHistoryEntry, StaffTicket } from '@bilet/shared/staff-replies'
import { createEventParser } from './models/event-parser.ts'
import type { Listener } from './models/live.ts'
import type { Counts, DeskFacts, FoundArticle, Me, Others, Reply, Row, Tag } from './models/replies.ts'

/** What a 412 tells: the version that is there now, and what happened since the one that was sent. */
export type Conflict = { version: number; changes: StaffHistoryEntry[] }

export type StaffFailure = Failure & { conflict?: Conflict }

export type StaffAnswer<T> = { ok: true; value: T } | { ok: false; failure: StaffFailure }

export type Query = Record<string, string | number | undefined>

export type Page<T> = { items: T[]; nextCursor: string | null }

export type BulkResult = { id: string; outcome: string; version?: number; code?: string }

/** The key under which a repeat adds nothing twice, and the version that the agent saw. */
export type Guard = { key?: string; version?: number }

type Ask = { query?: Query; json?: unknown; guard?: Guard; signal?: AbortSignal; bearer?: string }

export type ApiDeps = {
  base: string
  token: () => string | null
  /** Called at a 401: the token is no longer good. */
  onSignedOut: () => void
}

/** Longest wait for an answer, milliseconds; then it counts as lost. */
const patience = 30_000

/** UTF-16 units that are surely less than 64 KiB in UTF-8. */
const keptAlive = 20_000

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isAttachment = (value: unknown): value is AttachmentReply =>
  isRecord(value) && typeof value['id'] === 'string' && typeof value['name'] === 'string'

function toConflict({ version, changes }: Record<string, unknown>): { conflict?: Conflict } {
  return typeof version === 'number' ? { conflict: { version, changes: Array.isArray(changes) ? changes : [] } } : {}
}

/** A problem document's code and what it rests on; `internal` for an answer that is none, as a proxy may give. */
function toFailure(body: unknown): StaffAnswer<never> {
  if (!isRecord(body) || typeof body['code'] !== 'string') return fail('internal')
  const issues = Array.isArray(body['issues']) ? body['issues'] : []
  return { ok: false, failure: { code: body['code'], issues, ...toConflict(body) } }
}

const withQuery = (path: string, query: Query = {}) => {
  const asked = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return asked.length > 0 ? `${path}?${new URLSearchParams(asked).toString()}` : path
}

export function createApi({ base, token, onSignedOut }: ApiDeps) {
  const send = async (path: string, init: RequestInit, ending?: AbortSignal) => {
    const bearer = token()
    const headers = new Headers(init.headers)
    if (bearer && !headers.has('Authorization')) headers.set('Authorization', `Bearer ${bearer}`)
    const response = await fetch(`${base}${path}`, {
      ...init,
      headers,
      credentials: 'omit',
      ...(ending && { signal: ending }),
    })
    if (response.status === 401 && bearer === token()) onSignedOut()
    return response
  }

  const ask = async <T>(method: string, path: string, asked: Ask = {}): Promise<StaffAnswer<T>> => {
    const { query, json, guard = {}, bearer, signal = AbortSignal.timeout(patience) } = asked
    const headers = new Headers(json === undefined ? {} : { 'Content-Type': 'application/json' })
    if (bearer) headers.set('Authorization', `Bearer ${bearer}`)
    if (guard.key) headers.set('Idempotency-Key', guard.key)
    if (guard.version !== undefined) headers.set('If-Match', `"${guard.version}"`)
    const body = json === undefined ? {} : { body: JSON.stringify(json) }
    // A send that is under way when the page is closed still arrives, if browsers let it: they take no more than this.
    const keepalive = method !== 'GET' && (body.body ?? '').length < keptAlive
    try {
      const response = await send(withQuery(path, query), { method, headers, keepalive, ...body }, signal)
      if (!response.ok) return toFailure(await response.json().catch(() => null))
      const value: T = response.status === 204 ? undefined : await response.json()
      return { ok: true, value }
    } catch (error) {
      return fail(error instanceof DOMException && error.name === 'AbortError' ? 'aborted' : 'offline')
    }
  }

  const staff = 'v1/staff'
  const one = (id: string) => `${staff}/tickets/${encodeURIComponent(id)}`

  /** Reads the stream of events until it breaks off; false when it could not be opened. */
  const events = async (since: string | null, on: Listener, ending: AbortSignal) => {
    const headers = new Headers({ Accept: 'text/event-stream' })
    if (since !== null) headers.set('Last-Event-ID', since)
    try {
      const response = await send(`${staff}/events`, { headers }, ending)
      if (!response.ok || !response.body) return false
      on.opened()
      const parse = createEventParser(on.event)
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return true
        parse(value)
      }
    } catch {
      return false
    }
  }

  const bytes = async (id: string): Promise<Blob | null> => {
    try {
      const response = await send(`${staff}/attachments/${encodeURIComponent(id)}`, {})
      return response.ok ? await response.blob() : null
    } catch {
      return null
    }
  }

  const upload = async (
    file: Blob,
    name: string,
    _onProgress: unknown,
    signal: AbortSignal,
  ): Promise<StaffAnswer<AttachmentReply>> => {
    const form = new FormData()
    form.append('file', file, name)
    try {
      const response = await send(`${staff}/attachments`, { method: 'POST', body: form }, signal)
      const body: unknown = await response.json().catch(() => null)
      return response.ok && isAttachment(body) ? { ok: true, value: body } : toFailure(body)
    } catch {
      return fail(signal.aborted ? 'aborted' : 'offline')
    }
  }

  return {
    signIn: (code: string) => ask<{ token: string }>('POST', `${staff}/sign-in`, { bearer: code }),
    me: () => ask<Me>('GET', `${staff}/me`),
    desk: () => ask<DeskFacts>('GET', `${staff}/desk`),
    counts: () => ask<Counts>('GET', `${staff}/tickets/counts`),
    list: (query: Query) => ask<Page<Row>>('GET', `${staff}/tickets`, { query }),
    ticket: (id: string, before?: string) => ask<StaffTicket>('GET', one(id), { query: { before } }),
    patch: (id: string, json: object, guard: Guard) => ask<StaffTicket>('PATCH', one(id), { json, guard }),
    /** A write to a ticket: `messages`, `decisions`, `split`, `duplicate`. */
    act: (id: string, what: string, json: object, guard: Guard) =>
      ask<unknown>('POST', `${one(id)}/${what}`, { json, guard }),
    parts: (id: string) => ask<PartsReply>('GET', `${one(id)}/parts`),
    bulk: (json: object, guard: Guard) =>
      ask<{ results: BulkResult[] }>('POST', `${staff}/tickets/bulk`, { json, guard }),
    tags: () => ask<{ items: Tag[] }>('GET', `${staff}/tags`),
    setTag: (id: string, tag: string, isOn: boolean) =>
      ask<unknown>(isOn ? 'PUT' : 'DELETE', `${one(id)}/tags/${encodeURIComponent(tag)}`),
    replies: () => ask<{ items: Reply[] }>('GET', `${staff}/replies`),
    articles: (q: string, signal: AbortSignal) =>
      ask<Page<FoundArticle>>('GET', `${staff}/articles`, { query: { q, limit: 8 }, signal }),
    article: (id: string) => ask<Article>('GET', `${staff}/articles/${encodeURIComponent(id)}`),
    putArticle: (id: string, json: object) =>
      ask<Article>('PUT', `${staff}/articles/${encodeURIComponent(id)}`, { json }),
    presence: (id: string, doing: 'looking' | 'typing') =>
      ask<Others>('PUT', `${one(id)}/presence`, { json: { doing } }),
    leave: (id: string) => ask<unknown>('DELETE', `${one(id)}/presence`),
    reaction: (query: Query) => ask<ReactionReport>('GET', `${staff}/reports/reaction`, { query }),
    deflection: (query: Query) => ask<DeflectionReport>('GET', `${staff}/reports/deflection`, { query }),
    unanswered: (query: Query) => ask<UnansweredReport>('GET', `${staff}/reports/unanswered`, { query }),
    events,
    bytes,
    upload,
  }
}
export type Api = ReturnType<typeof createApi>
