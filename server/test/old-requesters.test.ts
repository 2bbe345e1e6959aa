// A desk from before issuers were kept: "1" of one shop and "1" of another were one person. After the migration they are
// two, each comes back to their own, and nothing of one goes with the other.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { VerifiedCaller } from '@bilet/shared/caller'
import type { Database } from '../src/database/database.ts'
import { migrate } from '../src/database/migrate.ts'
import { tickets } from '../src/database/migrations/0001-tickets.ts'
import { learning } from '../src/database/migrations/0002-learning.ts'
import { facetIndexes } from '../src/database/migrations/0003-facet-indexes.ts'
import { createReading } from '../src/articles/learning/reading.ts'
import { ownerId, ownerKey } from '../src/tickets/requester.ts'
import { createTicketStore } from '../src/tickets/store/sql-ticket-store.ts'
import { formerTicketsScope, ticketsScope } from '../src/tickets/tickets-scope.ts'
import { postgres, sqlite } from './support/engines.ts'
import type { RunningEngine } from './support/engines.ts'
import { draft, noon, owner } from './support/sample-tickets.ts'

const callerOf = (shop: string): VerifiedCaller => ({
  kind: 'owner',
  issuer: 'test',
  userId: '1',
  shop,
  plan: 'standard',
})
const [anna, olga] = [callerOf('a'), callerOf('b')]

const quoted = (value: string | number | null) =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
const insert = (table: string, row: Record<string, string | number | null>) => ({
  sql: `insert into ${table} (${Object.keys(row).join()}) values (${Object.values(row).map(quoted).join()})`,
  parameters: [],
})

/** A ticket, a question and a reading of subject "1" in a shop, as they were written then. */
function leftBy(shop: string, number: number) {
  const event = { kind: 'submitted', at: noon, by: { ...owner, id: '1' }, department: 'sales', reactionDueAt: noon }
  return [
    insert('tickets', {
      id: `ticket-${shop}`,
      version: 1,
      status: 'resolved',
      department: 'sales',
      plan: 'standard',
      verified: 1,
      shop,
      requester_id: '1',
      assignee: null,
      submitted_at: noon,
      reaction_due_at: noon,
      reacted_at: noon,
      updated_at: noon,
      queue_position: 1,
      email: null,
      name: null,
      tags: '[]',
      suggested_department: null,
      claim_scope: formerTicketsScope({ shop, userId: '1' }),
      claim_key: 'same',
      fingerprint: 'body',
      findings: '[]',
      draft: JSON.stringify(draft),
    }),
    insert('ticket_events', { ticket_number: number, version: 1, at: noon, event: JSON.stringify(event) }),
    insert('suggestion_queries', {
      id: `q-${shop}`,
      at: noon,
      requester_id: '1',
      shop,
      words: `вопрос ${shop}`,
      found: 0,
    }),
    insert('suggestion_events', {
      at: noon,
      kind: 'opened',
      query_id: null,
      article_id: `read-${shop}`,
      requester_id: '1',
      shop,
    }),
  ]
}

describe.each([sqlite, postgres])('a desk from before issuers were kept, in $name', (engine) => {
  let running: RunningEngine
  let database: Database

  beforeEach(async () => {
    running = await engine.start()
    database = await running.connect(await running.newPlace())
    await migrate(database, [tickets, learning, facetIndexes])
    await database.batch([...leftBy('a', 1), ...leftBy('b', 2)])
    await migrate(database)
  }, 120_000)
  afterEach(async () => {
    await database.close()
    await running.stop()
  })

  it('keeps two persons of one id apart, from the migration to their erasure', { timeout: 60_000 }, async () => {
    const store = createTicketStore(database)
    const reading = createReading(database, { flush: async () => undefined })
    const mine = async (who: VerifiedCaller) =>
      (await store.owned(ownerKey(who), { limit: 10 })).items.map(({ id }) => id)
    const known = async (who: VerifiedCaller) => {
      const { questions, reading: read } = await reading.ofPerson(ownerId(who))
      return [...questions.map(({ words }) => words), ...read.map(({ articleId }) => articleId)]
    }

    const before = await Promise.all(['ticket-a', 'ticket-b'].map((id) => store.find(id)))
    expect(new Set(before.map((ticket) => ticket?.requester.id)).size).toBe(2)
    expect(before.map((ticket) => ticket?.requester.subject)).toEqual(['1', '1'])
    expect([await mine(anna), await mine(olga)]).toEqual([[], []])

    await store.adopt(anna)
    expect([await mine(anna), await mine(olga)]).toEqual([['ticket-a'], []])
    expect([await known(anna), await known(olga)]).toEqual([['вопрос a', 'read-a'], []])
    // Whoever signs for the same shop and subject later is somebody else.
    await store.adopt({ ...anna, issuer: 'elsewhere' })
    expect(await mine({ ...anna, issuer: 'elsewhere' })).toEqual([])
    // What was sent before is still no second ticket.
    const claim = { scope: ticketsScope(ownerId(anna)), key: 'same', fingerprint: 'body' }
    expect(await store.replay(claim)).toMatchObject({ outcome: 'replayed', ticket: { id: 'ticket-a' } })

    await store.adopt(olga)
    expect(await store.erase(ownerId(anna))).toMatchObject({ tickets: 1 })
    expect(await reading.erase(ownerId(anna))).toBe(2)
    expect([await mine(anna), await mine(olga)]).toEqual([[], ['ticket-b']])
    expect(await known(olga)).toEqual(['вопрос b', 'read-b'])
  })
})
