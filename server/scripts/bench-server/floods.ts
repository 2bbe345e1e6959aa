// What another asks for while three connections send, one request after another, what is hardest to refuse; limits are
// counted and never met, so that nothing but the cost of a request stands between them.
import { openConnection, requestOf } from './connection.ts'
import { percentile } from './measure.ts'
import type { MeasuredServer } from './servers.ts'

const floods = 3
const asked = 300

/** Guests' checks as large as a body may be: too many values, too deep, a path as long as the body. */
const bodies = [
  `{"steps":[${'0,'.repeat(130_000)}0]}`,
  `${'{"a":'.repeat(40_000)}0${'}'.repeat(40_000)}`,
  `{"${'k'.repeat(130_000)}":[${'{"prototype":1},'.repeat(7_000)}0]}`,
]

export type UnderFlood = {
  /** Milliseconds until the answer of `GET /v1/support`. */
  alone: { p50: number; p99: number }
  flooded: { p50: number; p99: number }
  /** How many requests of the floods were refused meanwhile. */
  refused: number
}

export async function measureFloods({ port }: MeasuredServer): Promise<UnderFlood> {
  await answers(port)
  const alone = await answers(port)
  const over = new AbortController()
  let refused = 0
  const flood = async (at: number) => {
    const connection = await openConnection(port)
    const request = requestOf('POST', '/v1/tickets/check', { 'content-type': 'application/json' }, bodies[at])
    while (!over.signal.aborted) {
      const { status } = await connection.send(request)
      if (status < 400) throw new Error(`a flood was answered ${status}`)
      refused++
    }
    connection.close()
  }
  const flooding = Promise.all(Array.from({ length: floods }, (_, at) => flood(at)))
  const flooded = await answers(port)
  over.abort()
  await flooding
  return { alone, flooded, refused }
}

async function answers(port: number): Promise<{ p50: number; p99: number }> {
  const connection = await openConnection(port)
  const times: number[] = []
  while (times.length < asked) {
    const from = performance.now()
    const { status } = await connection.send(requestOf('GET', '/v1/support', {}))
    times.push(performance.now() - from)
    if (status !== 200) throw new Error(`/v1/support got ${status}`)
  }
  connection.close()
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
}
