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
  bare: number
  /** The median of the ratios of neighbouring rounds. */
  ratio: number
  p50: number
  p99: number
}

type Round = { perSecond: number; times: number[] }

export async function measureSubmissions(bilet: MeasuredServer, bare: MeasuredServer): Promise<Submissions> {
  const requests = await requestMaker()
  await round(bilet, requests)
  await round(bare, requests)
  const turns: { bilet: Round; bare: Round }[] = []
  for (let turn = 0; turn < rounds; turn++)
    turns.push({ bilet: await round(bilet, requests), bare: await round(bare, requests) })
  const times = turns.flatMap((turn) => turn.bilet.times)
  return {
    bilet: median(turns.map((turn) => turn.bilet.perSecond)),
    bare: median(turns.map((turn) => turn.bare.perSecond)),
    ratio: median(turns.map((turn) => turn.bilet.perSecond / turn.bare.perSecond)),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  }
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
