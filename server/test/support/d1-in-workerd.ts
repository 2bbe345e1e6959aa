// D1 inside workerd, reached over HTTP: the binding is called there, in a Worker, as it is in production.
import { Miniflare } from 'miniflare'
import type { D1Binding, D1Statement } from '../../src/database/d1.ts'

type Call = { sql: string; values: unknown[] }
type Answer = { results: unknown[]; meta: { changes: number } }

const worker = `export default {
  async fetch(request, env) {
    const { place, calls } = await request.json()
    const statements = calls.map(({ sql, values }) => env[place].prepare(sql).bind(...values))
    try {
      return Response.json(calls.length === 1 ? [await statements[0].all()] : await env[place].batch(statements))
    } catch (error) {
      return new Response(error.message, { status: 500 })
    }
  }
}`

export type D1InWorkerd = { bindingOf: (place: string) => D1Binding; stop: () => Promise<void> }

/** Starts workerd with an empty database at each of the places. */
export function startD1(places: readonly string[]): D1InWorkerd {
  const workerd = new Miniflare({
    modules: true,
    script: worker,
    compatibilityDate: '2025-01-01',
    d1Databases: Object.fromEntries(places.map((place) => [place, place])),
  })

  async function send(place: string, calls: readonly Call[]): Promise<Answer[]> {
    const response = await workerd.dispatchFetch('http://d1/', {
      method: 'POST',
      body: JSON.stringify({ place, calls }),
    })
    if (!response.ok) throw new Error(await response.text())
    const answers: unknown = await response.json()
    if (!Array.isArray(answers)) throw new Error('D1 gave no answers')
    return answers
  }

  const sent = new WeakMap<D1Statement, Call>()
  const statement = (place: string, sql: string, values: unknown[]): D1Statement => {
    const call = { sql, values }
    const made: D1Statement = {
      bind: (...bound) => statement(place, sql, bound),
      async all() {
        const [answer] = await send(place, [call])
        return { results: answer?.results ?? [] }
      },
    }
    sent.set(made, call)
    return made
  }

  return {
    bindingOf: (place) => ({
      prepare: (sql) => statement(place, sql, []),
      batch: (statements) =>
        send(
          place,
          statements.flatMap((made) => sent.get(made) ?? []),
        ),
    }),
    stop: () => workerd.dispose(),
  }
}
