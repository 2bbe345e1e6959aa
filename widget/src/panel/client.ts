// The client of the server's routes, which takes its type from Hono's own. That one can do websockets, forms and cookies,
// and weighs as much as a view: these few lines do what is asked of it here.

import { toJson } from './models/to-json.ts'
import type { hc } from 'hono/client'
import type { Api } from '@bilet/server/app'

type Client = ReturnType<typeof hc<Api>>

type Fetch = (input: string, init: RequestInit) => Promise<Response>

type Arguments = { param?: Record<string, string>; query?: Record<string, string | undefined>; json?: unknown }
type Options = { headers?: Record<string, string>; init?: RequestInit }

const words = (query: Arguments['query'] = {}) => {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : ''
}

/**
 * What is below `base` as nested names, `$get`, `$post` and `$url` at their end: `client.v1.tickets[':id'].$get(…)`.
 * Parameters are encoded here.
 */
export function createClient(base: string, fetch: Fetch): Client {
  const call = (names: string[], { param = {}, query, json }: Arguments = {}, { headers, init }: Options = {}) => {
    const method = names.at(-1)?.slice(1) ?? ''
    const path = names
      .slice(0, -1)
      .map((name) => (name.startsWith(':') ? encodeURIComponent(param[name.slice(1)] ?? '') : name))
    const url = base + path.join('/') + words(query)
    if (method === 'url') return new URL(url)
    const body = json === undefined ? {} : { body: toJson(json) }
    const type = json === undefined ? {} : { 'Content-Type': 'application/json' }
    return fetch(url, { method: method.toUpperCase(), headers: { ...type, ...headers }, ...body, ...init })
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
