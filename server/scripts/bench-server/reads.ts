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

/** What a list is asked, in words for the table, and one question of the kind. */
type Asked = [name: string, ask: (random: Random, count: number) => string]

const aPlan = (random: Random) => pick(random, plans)
const aDepartment = (random: Random) => pick(random, departments)
const anAgent = (random: Random) => pick(random, staff)
const aTag = (random: Random) => encodeURIComponent(pick(random, seededTags))
const anOwner = (random: Random, count: number) => ownerOf(Math.floor(random() * count), count)
const aTime = (random: Random) => new Date(Date.now() - random() * 9e10).toISOString()

/** Every filter and order of the list, alone and as an agent's day puts them together. */
const lists: readonly Asked[] = [
  ['a closed status and a department', (random) => `status=resolved&department=${aDepartment(random)}`],
  ['a closed status and a plan', (random) => `status=refused&plan=${aPlan(random)}`],
  ['a department and a plan', (random) => `department=${aDepartment(random)}&plan=${aPlan(random)}`],
  ['a shop', (random, count) => `${anyStatus}&shop=${anOwner(random, count).shop}`],
  ['an agent, latest first', (random) => `${anyStatus}&assignee=${anAgent(random)}&sort=-submittedAt`],
  ['breached', () => 'status=resolved&reaction=breached'],
  ['breached, changed last', () => 'status=resolved&reaction=breached&sort=-updatedAt'],
  ['due soon', () => 'reaction=due_within:600&sort=reactionDueAt'],
  ['verified, since a day', (random) => `status=resolved&verified=true&submittedFrom=${aTime(random)}`],
  ['unverified', () => 'status=any&verified=false'],
  ['a number', (random, count) => `number=${Math.ceil(random() * count)}`],
  ['nobody’s', () => 'assignee=none'],
  ['nobody’s of any status', () => 'status=any&assignee=none'],
  ['an agent’s, by due date', (random) => `assignee=${anAgent(random)}&sort=reactionDueAt`],
  ['an agent’s of any status, changed last', (random) => `status=any&assignee=${anAgent(random)}&sort=-updatedAt`],
  ['our turn, by due date', () => 'awaiting=staff&sort=reactionDueAt'],
  ['their turn, changed last', () => 'awaiting=owner&sort=-updatedAt'],
  ['extended', () => 'sort=extendedUntil'],
  ['extended until after', (random) => `extendedUntilFrom=${aTime(random)}&sort=extendedUntil`],
  ['any status, changed last', () => 'status=any&sort=-updatedAt'],
  ['what nobody has, changed last', () => 'status=any&sort=-updatedAt&plan=free&department=technical'],
  ['a tag', (random) => `tag=${aTag(random)}`],
  ['a tag, latest first', (random) => `status=any&tag=${aTag(random)}&sort=-submittedAt`],
  ['a tag, changed last', (random) => `status=any&tag=${aTag(random)}&sort=-updatedAt`],
  ['a tag, by due date', (random) => `status=any&tag=${aTag(random)}&sort=reactionDueAt`],
  ['a tag that nobody has', (random) => `status=any&tag=${aTag(random)}&plan=free&department=technical`],
  ['an owner', (random, count) => `status=any&requester=${anOwner(random, count).id}`],
  ['an address', (random, count) => `q=${encodeURIComponent(`${anOwner(random, count).id}@shop.example`)}`],
]

const oneOf = (random: Random, count: number) => `seeded-${Math.floor(random() * count)}-0000000000`

const reads: readonly Read[] = [
  { name: 'alive (nothing is read)', limit: 20, path: () => '/healthz' },
  { name: 'list page', limit: 20, path: () => '/v1/staff/tickets' },
  ...lists.map(([name, ask]): Read => {
    return { name: `  ${name}`, limit: 20, path: (random, count) => `/v1/staff/tickets?${ask(random, count)}` }
  }),
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
