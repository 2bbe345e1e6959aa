// Submissions at 32 connections, by turns against Bilet and the baseline: the machine is noisy, so only what was
// measured side by side is compared.
import { openConnection, requestOf } from './connection.ts'
import { median, percentile } from './measure.ts'
import type { MeasuredServer } from './servers.ts'
import { randomDraft, randomFrom } from './texts.ts'
import { tokenOf } from './tokens.ts'

const connections = 32
const rounds = 7
const roundMs = 2_000
const owners = 50

export type Submissions = {
  /** Submissions a second, the median of the rounds. */
  bilet: number
  p50: number
  p99: number
  /** Each baseline's own, and the median of the ratios of neighbouring rounds. */
  baselines: { perSecond: number; ratio: number }[]
}

type Round = { perSecond: number; times: number[] }

export async function measureSubmissions(
  bilet: MeasuredServer,
  baselines: readonly MeasuredServer[],
): Promise<Submissions> {
  const requests = await requestMaker()
  const turn = async () => {
    const [ours, ...theirs] = await inTurn([bilet, ...baselines], (server) => round(server, requests))
    if (!ours) throw new Error('nothing was measured')
    return { ours, theirs }
  }
  await turn()
  const turns = await inTurn(Array.from({ length: rounds }), turn)
  const times = turns.flatMap(({ ours }) => ours.times)
  return {
    bilet: median(turns.map(({ ours }) => ours.perSecond)),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    baselines: baselines.map((_, index) => {
      const speedOf = ({ theirs }: (typeof turns)[number]) => theirs[index]?.perSecond ?? Number.NaN
      return {
        perSecond: median(turns.map(speedOf)),
        ratio: median(turns.map((one) => one.ours.perSecond / speedOf(one))),
      }
    }),
  }
}

/** One after another. */
async function inTurn<Item, Result>(
  items: readonly Item[],
  measure: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  for (const item of items) results.push(await measure(item))
  return results
}

async function round({ port }: MeasuredServer, nextRequest: () => string): Promise<Round> {
  const times: number[] = []
  const until = performance.now() + roundMs
  const one = async () => {
    const connection = await openConnection(port)
    while (performance.now() < until) {
      const request = nextRequest()
      const from = performance.now()
      const { status, body } = await connection.send(request)
      times.push(performance.now() - from)
      if (status !== 201) throw new Error(`a submission got ${status}: ${body}`)
    }
    connection.close()
  }
  const from = performance.now()
  await Promise.all(Array.from({ length: connections }, one))
  return { perSecond: (times.length * 1_000) / (performance.now() - from), times }
}

/** Distinct tickets of some owners, each with a key of its own. */
async function requestMaker(): Promise<() => string> {
  const random = randomFrom(1)
  const bodies = Array.from({ length: 500 }, () => JSON.stringify(randomDraft(random, 'technical')))
  const tokens = await Promise.all(
    Array.from({ length: owners }, (_, owner) =>
      tokenOf({ id: `bench-${owner}`, shop: `bench-${owner}`, plan: 'standard' }),
    ),
  )
  let made = 0
  return () => {
    made += 1
    return requestOf(
      'POST',
      '/v1/tickets',
      {
        'content-type': 'application/json',
        authorization: `Bearer ${tokens[made % tokens.length] ?? ''}`,
        'idempotency-key': `bench-${process.pid}-${made}`,
      },
      bodies[made % bodies.length],
    )
  }
}
