// What staff and owners read, over HTTP, one request after another.
import { openConnection, requestOf } from './connection.ts'
import { percentile, timesOf } from './measure.ts'
import { departments, ownerOf, plans, staff } from './seed.ts'
import { staffToken } from './servers.ts'
import type { MeasuredServer } from './servers.ts'
import { pick, randomFrom, randomQuestion } from './texts.ts'
import type { Random } from './texts.ts'
import { tokenOf } from './tokens.ts'

const turns = 400

export type Timing = { name: string; p50: number; p99: number; limit: number }

type Read = { name: string; limit: number; path: (random: Random, count: number) => string; owner?: true }

const anyStatus = 'status=new,in_progress,waiting_for_customer,resolved,refused'

const filters = (random: Random, count: number): string =>
  pick(random, [
    `status=resolved&department=${pick(random, departments)}`,
    `status=refused&plan=${pick(random, plans)}`,
    `department=${pick(random, departments)}&plan=${pick(random, plans)}`,
    `${anyStatus}&shop=${ownerOf(Math.floor(random() * count), count).shop}`,
    `${anyStatus}&assignee=${pick(random, staff)}&sort=-submittedAt`,
    'status=resolved&reaction=breached',
    'reaction=due_within:600&sort=reactionDueAt',
    `status=resolved&verified=true&submittedFrom=${new Date(Date.now() - random() * 9e10).toISOString()}`,
  ])

const oneOf = (random: Random, count: number) => `seeded-${Math.floor(random() * count)}-0000000000`

const reads: readonly Read[] = [
  { name: 'list page', limit: 20, path: () => '/v1/staff/tickets' },
  { name: 'filtered page', limit: 20, path: (random, count) => `/v1/staff/tickets?${filters(random, count)}` },
  { name: 'counts', limit: 20, path: () => '/v1/staff/tickets/counts' },
  { name: 'own tickets', limit: 20, path: () => '/v1/tickets', owner: true },
  { name: 'one ticket', limit: 20, path: (random, count) => `/v1/staff/tickets/${oneOf(random, count)}` },
  { name: 'full text, open', limit: 50, path: (random) => `/v1/staff/tickets?q=${question(random)}` },
  { name: 'full text, all', limit: 50, path: (random) => `/v1/staff/tickets?${anyStatus}&q=${question(random)}` },
]

const question = (random: Random) => encodeURIComponent(randomQuestion(random))

/** Times of each read in milliseconds, over a store of `count` seeded tickets. */
export async function measureReads({ port }: MeasuredServer, count: number): Promise<Timing[]> {
  const random = randomFrom(2)
  const connection = await openConnection(port)
  const timings: Timing[] = []
  for (const { name, limit, path, owner } of reads) {
    const tokens = owner
      ? await Promise.all(Array.from({ length: 50 }, (_, index) => tokenOf(ownerOf(index, count))))
      : [staffToken]
    const times = await timesOf(turns, async () => {
      const headers = { authorization: `Bearer ${pick(random, tokens)}` }
      const { status, body } = await connection.send(requestOf('GET', path(random, count), headers))
      if (status !== 200) throw new Error(`${name} got ${status}: ${body}`)
    })
    timings.push({ name, p50: percentile(times, 0.5), p99: percentile(times, 0.99), limit })
  }
  connection.close()
  return timings
}
