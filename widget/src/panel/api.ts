// The only file that talks to the network. Every call gives an Answer; nothing throws.
import type { Article } from '@bilet/shared/article'
import type { AttachmentReply } from '@bilet/shared/replies'
import type { Issue } from '@bilet/shared/problem'
import type { Language } from '@bilet/shared/locale'
import type { PartialDraft, TicketDraft } from '@bilet/shared/ticket'
import { createClient } from './client.ts'
import { isCause } from './causes.ts'
import type { Cause, Warn } from './causes.ts'
import { fail, succeed } from './models/answer.ts'
import { isLike, supportPattern } from './models/is-like.ts'
import type { Answer } from './models/answer.ts'
import type { Token } from './models/session.ts'
import type { Query } from './models/suggestions.ts'
import { cleanAddress } from './page-address.ts'

export type ApiDeps = {
  /** The folder that the API is below, with a slash at the end. */
  base: string
  fetch: typeof globalThis.fetch
  token: () => Promise<Answer<string | null>>
  isSignedIn: { readonly value: boolean }
  /** Called after a 401; true when there is a new token to try once more with. */
  renew: () => Promise<boolean>
  /** Told that the desk does not take the page's word, or takes it again. */
  refuse: (cause: Cause | null) => void
  warn: Warn
}

type Progress = (share: number) => void

type Uploaded = { status: number; body: unknown }

const unsent: Uploaded = { status: 0, body: null }

type Readable<T> = { ok: boolean; status: number; json(): Promise<T> }

const isIssue = (value: unknown): value is Issue => isLike({ path: '' }, value)

/** A problem document's code; `internal` for an answer that is none, as a proxy may give. */
function toFailure(body: unknown, status: number): Answer<never> {
  if (!isLike<{ code: string; issues?: unknown }>({ code: '' }, body)) return fail('internal', [], status)
  return fail(body.code, Array.isArray(body.issues) ? body.issues.filter(isIssue) : [], status)
}

/** Null where it is no JSON. */
const bodyOf = <T>(response: Pick<Readable<T>, 'json'>) => response.json().catch(() => null)

/** An answer without the fields of the pattern is somebody else's, whatever its status: a captive portal's, or a proxy's. */
async function read<T>(request: Promise<Readable<T>>, pattern = {}): Promise<Answer<T>> {
  try {
    const response = await request
    const body = await bodyOf(response)
    if (!response.ok) return toFailure(body, response.status)
    return isLike(pattern, body) ? succeed(body) : fail('unavailable')
  } catch (error) {
    return fail(error instanceof DOMException && error.name === 'AbortError' ? 'aborted' : 'offline')
  }
}

/** Relative to the page, whatever its `<base>` says; a page without an address of its own has only that. */
const besidePage = (url: string) => new URL(url, location.origin === 'null' ? document.baseURI : location.href)

/** The page's own endpoint for identity tokens, called with the page's cookies; null for a guest. */
export const createFetchToken =
  (warn: Warn, fetch: ApiDeps['fetch']) =>
  async (url: string): Promise<Token> => {
    const answer = await read<unknown>(
      fetch(besidePage(url), { credentials: 'include', signal: AbortSignal.timeout(patience) }),
    )
    const token = answer.ok && isLike<{ token?: unknown }>({}, answer.value) ? answer.value.token : undefined
    if (typeof token === 'string' || token === null) return token
    warn('token_url', url)
    return undefined
  }

/** Longest silence, in milliseconds, before an answer counts as lost; an upload that moves is not silent. */
const patience = 30_000

/** The same where the first screen waits. */
const supportPatience = 10_000

/** Bytes in a millisecond over the slowest line that an upload is waited for where nothing tells how far it is. */
const slowest = 4

const abortable = (signal: AbortSignal) => ({ init: { signal } })

export function createApi({ base, fetch, token, isSignedIn, renew, refuse, warn }: ApiDeps) {
  /** Why the desk does not take the page's word, for its owner in the panel and for its maker in the console. */
  const judge = async (answer: Response) => {
    if (answer.ok) return refuse(null)
    const body: unknown = await bodyOf(answer.clone())
    if (!isLike<{ code?: unknown; detail?: unknown }>({}, body)) return
    const { code, detail } = body
    if (!isCause(code)) return
    refuse(code)
    warn(code, detail)
  }

  /** A refused origin is not told apart from a broken network, unless it is asked as simply as a page can ask. */
  const askPlainly = async (error: unknown) => {
    const plain = error instanceof DOMException ? null : await fetch(`${base}v1/support`, { credentials: 'omit' })
    if (plain?.status !== 403) throw error
    return plain
  }

  const authorized = async (input: RequestInfo | URL, init: RequestInit = {}, isAgain = false): Promise<Response> => {
    const current = await token()
    if (!current.ok) return Response.json({ code: current.failure.code }, { status: 401 })
    const headers = new Headers(init.headers)
    if (current.value) headers.set('Authorization', `Bearer ${current.value}`)
    const signal = init.signal ?? AbortSignal.timeout(patience)
    const response = await fetch(input, { ...init, headers, signal, credentials: 'omit' }).catch(askPlainly)
    if (response.status === 401 && !isAgain && (await renew())) return authorized(input, init, true)
    await judge(response)
    return response
  }
  const { v1 } = createClient(base, authorized)

  const uploadOnce = (form: FormData, bearer: string | null, onProgress: Progress, signal: AbortSignal) =>
    new Promise<Uploaded>((resolve) => {
      const request = new XMLHttpRequest()
      let silence: ReturnType<typeof setTimeout> | undefined
      // What the page has put in the place of the browser's own may never say that it has ended.
      const stop = () => {
        resolve(unsent)
        request.abort()
      }
      const listen = () => {
        clearTimeout(silence)
        silence = setTimeout(stop, patience)
      }
      const settle = () => {
        clearTimeout(silence)
        resolve({ status: request.status, body: request.response })
      }
      request.responseType = 'json'
      request.open('POST', v1.attachments.$url().href)
      if (bearer) request.setRequestHeader('Authorization', `Bearer ${bearer}`)
      request.upload.addEventListener('progress', ({ loaded, total }) => {
        listen()
        onProgress(total ? loaded / total : 0)
      })
      request.addEventListener('loadend', settle)
      signal.addEventListener('abort', stop)
      request.send(form)
      listen()
    })

  /**
   * Without progress, where the page has put something else in the place of `XMLHttpRequest`. Whether it moves cannot be
   * told: its silence is what lasts longer than a slow line takes for `size` bytes.
   */
  const uploadPlainly = async (body: FormData, size: number, signal: AbortSignal): Promise<Uploaded> => {
    const abort = new AbortController()
    const stop = () => abort.abort()
    setTimeout(stop, patience + size / slowest)
    signal.addEventListener('abort', stop)
    const init = { method: 'POST', body, signal: abort.signal }
    const answer = await authorized(v1.attachments.$url(), init).catch(() => null)
    return { status: answer?.status ?? 0, body: answer && (await bodyOf(answer)) }
  }

  const send = async (file: Blob, name: string, onProgress: Progress, signal: AbortSignal): Promise<Uploaded> => {
    const current = await token()
    if (signal.aborted) return unsent
    if (!current.ok) return { status: 401, body: { code: current.failure.code } }
    const form = new FormData()
    form.append('file', file, name)
    const sent = await uploadOnce(form, current.value, onProgress, signal).catch(() =>
      uploadPlainly(form, file.size, signal),
    )
    const isGuestsRefusal = sent.status === 401 && !isSignedIn.value
    return isGuestsRefusal ? { status: 403, body: { code: 'identity_required' } } : sent
  }

  /** Uploads with real progress, which fetch cannot tell; `onProgress` takes 0 to 1. */
  const upload = async (
    file: Blob,
    name: string,
    onProgress: Progress,
    signal: AbortSignal,
  ): Promise<Answer<AttachmentReply>> => {
    const first = await send(file, name, onProgress, signal)
    const { status, body } =
      first.status === 401 && (await renew()) ? await send(file, name, onProgress, signal) : first
    if (status === 0) return fail(signal.aborted ? 'aborted' : 'offline')
    return status === 201 && isAttachment(body) ? succeed(body) : toFailure(body, status)
  }

  return {
    support: (locale: Language) =>
      read(v1.support.$get({ query: { locale } }, abortable(AbortSignal.timeout(supportPatience))), supportPattern),
    /** With the page that it is asked on: what is opened there is what the next owner is shown. */
    suggest: (query: Query, signal: AbortSignal) => {
      const json = { ...query, pageUrl: cleanAddress(location.href) || undefined }
      return read(v1.suggestions.$post({ json, query: {} }, abortable(signal)), { queryId: '', suggestions: [] })
    },
    /** The tree of an article is deeper than the client's types go, so it is told by its look. */
    article: async (id: string, queryId?: string): Promise<Answer<Article>> => {
      const answer = await read<unknown>(v1.articles[':id'].$get({ param: { id }, query: { queryId } }))
      if (!answer.ok) return answer
      return isArticle(answer.value) ? succeed(answer.value) : fail('internal')
    },
    /** Pictures that the desk keeps are below its API; others have addresses of their own. */
    pictureAddress: (src: string) => (src.startsWith('/') ? base + src.slice(1) : src),
    /** Whether an article helped. Nobody waits for the answer. */
    feedback: (id: string, queryId: string, outcome: 'solved' | 'not_helpful') => {
      void read<unknown>(v1.articles[':id'].feedback.$post({ param: { id }, json: { queryId, outcome } }))
    },
    check: (json: PartialDraft, signal: AbortSignal) =>
      read(v1.tickets.check.$post({ json }, abortable(signal)), { findings: [], duplicates: [] }),
    submit: (json: TicketDraft, key: string) =>
      read(v1.tickets.$post({ json }, { headers: { 'Idempotency-Key': key } }), { id: '', number: 0 }),
    tickets: (cursor?: string) => read(v1.tickets.$get({ query: { cursor } }), { items: [] }),
    unread: () => read(v1.tickets.unread.$get(), { unread: 0 }),
    markRead: (id: string, at: string) => read<unknown>(v1.tickets[':id'].read.$post({ param: { id }, json: { at } })),
    ticket: (id: string, locale: Language, before?: string) =>
      read(v1.tickets[':id'].$get({ param: { id }, query: { locale, before } }), {
        id: '',
        history: [],
        steps: [],
        attachments: [],
      }),
    reply: (id: string, json: { text: string; attachments: string[] }, key: string) =>
      read(v1.tickets[':id'].messages.$post({ param: { id }, json }, { headers: { 'Idempotency-Key': key } })),
    /** The answer with a picture's bytes; null without a connection. */
    picture: (id: string) => authorized(v1.attachments[':id'].$url({ param: { id } })).catch(() => null),
    upload,
    /** Asks the desk to forget a picture that is in no ticket. What it cannot do now, it does by itself in a day. */
    takeBack: (id: string) => void read<unknown>(v1.attachments[':id'].$delete({ param: { id } })),
  }
}
export type Api = ReturnType<typeof createApi>

const isArticle = (value: unknown): value is Article => isLike({ blocks: [] }, value)

const isAttachment = (value: unknown): value is AttachmentReply => isLike({ id: '', name: '' }, value)
