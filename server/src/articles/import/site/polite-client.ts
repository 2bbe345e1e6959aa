// Reads a site as a guest should: one request at a time, at its pace, no more than asked, never where it leads astray.
import { pause } from '../../../util/pause.ts'
import { SourceError } from '../source.ts'

/** What a request brings. */
type Reply = {
  status: number
  headers: { get(name: string): string | null }
  body: (AsyncIterable<Uint8Array> & { cancel(): Promise<void> }) | null
}

/** How the platform asks, once, without following redirects. */
export type Network = {
  send: (url: URL, init: { headers: Record<string, string>; signal: AbortSignal }) => Promise<Reply>
  close: () => Promise<void>
}

export type ClientOptions = {
  network: Network
  /** Requests a second, at most. */
  rate?: number | undefined
  signal?: AbortSignal | undefined
}

export type Answer = { status: number; url: URL; headers: { get(name: string): string | null }; bytes: Uint8Array }

/** What may be asked: undefined for yes, else why not. Redirects are asked about too. */
export type Permission = (url: URL) => string | undefined

/** `most` is in bytes, unpacked. `extra` are headers. */
export type Asking = { most: number; extra?: Record<string, string> }

export const userAgent = 'Bilet'
const headers = {
  'user-agent': `${userAgent}/0.1 (documentation import)`,
  accept: 'text/html,application/xml;q=0.9,*/*;q=0.1',
}

const mostHops = 5
const mostRetries = 2
const longestWait = 60_000
const patience = 20_000

export type PoliteClient = ReturnType<typeof createPoliteClient>

export function createPoliteClient({ network, rate = 10, signal }: ClientOptions) {
  let sent = 0
  let interval = 1_000 / rate
  let free = 0

  async function turn() {
    const wait = free - performance.now()
    if (wait > 0) await pause(wait, signal)
    signal?.throwIfAborted()
    free = performance.now() + interval
  }

  async function send(url: URL, extra: Record<string, string>): Promise<Reply> {
    for (let tries = 0; ; tries++) {
      await turn()
      const limits = AbortSignal.any([AbortSignal.timeout(patience), ...(signal ? [signal] : [])])
      sent++
      const response = await network.send(url, { headers: { ...headers, ...extra }, signal: limits })
      const wait = tries < mostRetries ? waitAsked(response) : undefined
      if (wait === undefined) return response
      await response.body?.cancel()
      await pause(wait, signal)
    }
  }

  /** Follows redirects where `permit` lets it. */
  async function follow(address: URL, permit: Permission, { most, extra = {} }: Asking): Promise<Answer> {
    let url = address
    for (let hop = 0; hop <= mostHops; hop++) {
      const refusal = permit(url)
      if (refusal !== undefined) throw new SourceError(hop === 0 ? refusal : `leads to ${url.href}: ${refusal}`)
      const response = await send(url, extra)
      const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
      if (location === null || !URL.canParse(location, url.href)) {
        return { status: response.status, url, headers: response.headers, bytes: await readAtMost(response, most) }
      }
      await response.body?.cancel()
      url = new URL(location, url)
    }
    throw new SourceError('redirected too often')
  }

  return {
    /** Rejects with a line for people; a status of trouble is an answer. */
    get: async (address: URL, permit: Permission, asking: Asking) =>
      follow(address, permit, asking).catch((error: unknown) => rethrow(error, signal)),
    /** The site asks for this many seconds between requests. */
    slowDown(seconds: number) {
      interval = Math.max(interval, Math.min(seconds * 1_000, longestWait))
    },
    /** How many requests were sent, redirects and second tries with them. */
    sent: () => sent,
    close: () => network.close(),
  }
}

/** Milliseconds that a busy server asks us to wait; undefined where it does not, or asks for more than a minute. */
function waitAsked({ status, headers: answered }: Reply): number | undefined {
  if (status !== 429 && status !== 503) return undefined
  const seconds = Number(answered.get('retry-after') ?? Number.NaN)
  return seconds >= 0 && seconds * 1_000 <= longestWait ? seconds * 1_000 : undefined
}

/** The body, unpacked; a longer one is cut off and refused, whatever its headers promised. */
async function readAtMost(response: Reply, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > most) throw new SourceError(`larger than ${most / 1_000_000} MB`)
    chunks.push(new Uint8Array(chunk))
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}

/** The network's failures in a line: the cause says more than "fetch failed". */
function rethrow(error: unknown, signal: AbortSignal | undefined): never {
  signal?.throwIfAborted()
  if (error instanceof Error && error.name === 'TimeoutError')
    throw new SourceError(`no answer in ${patience / 1_000} s`)
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (cause instanceof SourceError) throw cause
  throw new SourceError(cause instanceof Error ? cause.message : 'cannot be reached', { cause: error })
}
