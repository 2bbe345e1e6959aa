// The client of the server's routes, which takes its type from Hono's own. That one can do websockets, forms and cookies,
// and weighs as much as a view: these few lines do what is asked of it here.

import { toJson } from './models/to-json.ts'
import type { hc } from 'hono/client'
import type { Api } from '@bilet/server/app'

type Client = ReturnType<typeof hc<Api>>

type Fetch = (input: string, init: RequestInit) => Promise<Response>

type Arguments = { param?: Record<string, string>; query?: Record<string, string | undefined>; json?: unknown }
type Options = { headers?: Record<string, string>; init?: RequestInit }

/**
 * What is below `base` as nested names, `$get`, `$post` and `$url` at their end: `client.v1.tickets[':id'].$get(…)`.
 * Parameters are encoded here.
 */
export function createClient(base: string, fetch: Fetch): Client {
  const call = (names: string[], { param = {}, query = {}, json }: Arguments = {}, { headers, init }: Options = {}) => {
    const method = names.pop()?.slice(1).toUpperCase() ?? ''
    const path = names.map((name) => (name.startsWith(':') ? encodeURIComponent(param[name.slice(1)] ?? '') : name))
    const url = new URL(base + path.join('/'))
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value)
    if (method === 'URL') return url
    const sent = json === undefined ? {} : { 'Content-Type': 'application/json' }
    const body = json === undefined ? {} : { body: toJson(json) }
    return fetch(url.href, { method, headers: { ...sent, ...headers }, ...body, ...init })
  }
  const at = (names: string[]): Client =>
    new Proxy(
      Object.assign(() => undefined),
      {
        get: (_, name: string) => at([...names, name]),
        apply: (_, __, [what, options]: [Arguments?, Options?]) => call(names, what, options),
      },
    )
  return at([])
}
