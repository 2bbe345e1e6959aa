// What staff and owners read, over HTTP, one request after another.
import { openConnection, requestOf } from './connection.ts'
import { median, percentile } from './measure.ts'
import { departments, ownerOf, plans, seededTags, staff } from './seed.ts'
import { staffToken } from './servers.ts'
import type { MeasuredServer } from './servers.ts'
import { pick, randomFrom, randomQuestion } from './texts.ts'
import type { Random } from './texts.ts'
import { tokenOf } from './tokens.ts'

const turns = 400
const warmUp = 120

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

/** What an agent's day asks for. */
const deskFilters = (random: Random, count: number): string =>
  pick(random, [
    `number=${Math.ceil(random() * count)}`,
    'assignee=none',
    'status=any&assignee=none',
    `assignee=${pick(random, staff)}&sort=reactionDueAt`,
    'awaiting=staff&sort=reactionDueAt',
    'awaiting=owner&sort=-updatedAt',
    'sort=extendedUntil',
    'status=any&sort=-updatedAt',
    `status=any&sort=-updatedAt&assignee=${pick(random, staff)}`,
    'status=any&sort=-updatedAt&plan=free&department=technical',
    `tag=${encodeURIComponent(pick(random, seededTags))}`,
    `status=any&tag=${encodeURIComponent(pick(random, seededTags))}&sort=-submittedAt`,
    `status=any&tag=${encodeURIComponent(pick(random, seededTags))}&sort=${pick(random, ['-updatedAt', 'reactionDueAt'])}`,
    `status=any&tag=${encodeURIComponent(pick(random, seededTags))}&plan=free&department=technical`,
    `status=resolved&reaction=breached&sort=-updatedAt`,
    `status=any&requester=${ownerOf(Math.floor(random() * count), count).id}`,
    'status=any&verified=false',
    `q=${encodeURIComponent(`${ownerOf(Math.floor(random() * count), count).id}@shop.example`)}`,
  ])

const oneOf = (random: Random, count: number) => `seeded-${Math.floor(random() * count)}-0000000000`

const reads: readonly Read[] = [
  { name: 'list page', limit: 20, path: () => '/v1/staff/tickets' },
  { name: 'filtered page', limit: 20, path: (random, count) => `/v1/staff/tickets?${filters(random, count)}` },
  { name: 'desk filters', limit: 20, path: (random, count) => `/v1/staff/tickets?${deskFilters(random, count)}` },
  { name: 'counts', limit: 20, path: () => '/v1/staff/tickets/counts' },
  { name: 'own tickets', limit: 20, path: () => '/v1/tickets', owner: true },
  { name: 'one ticket', limit: 20, path: (random, count) => `/v1/staff/tickets/${oneOf(random, count)}` },
  { name: 'full text, open', limit: 50, path: (random) => `/v1/staff/tickets?q=${question(random)}` },
  { name: 'full text, all', limit: 50, path: (random) => `/v1/staff/tickets?${anyStatus}&q=${question(random)}` },
]

const question = (random: Random) => encodeURIComponent(randomQuestion(random))

/** A server over a store of `count` seeded tickets. */
export type Store = { server: MeasuredServer; count: number }

/** Times of each read in milliseconds, in each store by turns: what slows the machine slows all of them. */
export async function measureReads(stores: readonly Store[]): Promise<Timing[][]> {
  const readers = await Promise.all(stores.map(createReader))
  const timings = stores.map((): Timing[] => [])
  for (const read of reads) {
    const times = readers.map((): number[] => [])
    for (let turn = -warmUp; turn < turns; turn++)
      for (const [index, reader] of readers.entries()) {
        const time = await reader.timeOf(read)
        if (turn >= 0) times[index]?.push(time)
      }
    for (const [index, sample] of times.entries())
      timings[index]?.push({ name: read.name, p50: median(sample), p99: percentile(sample, 0.99), limit: read.limit })
  }
  for (const { close } of readers) close()
  return timings
}

async function createReader({ server, count }: Store) {
  const random = randomFrom(2)
  const connection = await openConnection(server.port)
  const owners = await Promise.all(Array.from({ length: 50 }, (_, index) => tokenOf(ownerOf(index, count))))
  return {
    async timeOf({ name, path, owner }: Read): Promise<number> {
      const token = owner ? pick(random, owners) : staffToken
      const request = requestOf('GET', path(random, count), { authorization: `Bearer ${token}` })
      const from = performance.now()
      const { status, body } = await connection.send(request)
      if (status !== 200) throw new Error(`${name} got ${status}: ${body}`)
      return performance.now() - from
    },
    close: () => connection.close(),
  }
}
