// Runs on a disk of a few megabytes until it is full, and says what was answered: `full-disk.ts <folder>`.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StorageError } from '../../src/database/database.ts'
import { migrate } from '../../src/database/migrate.ts'
import { createSqlite } from '../../src/database/sqlite/sqlite.ts'
import { createTicketStore } from '../../src/tickets/store/sql-ticket-store.ts'
import { brokenInvariants } from '../support/integrity.ts'
import { newClaim, newTicket, noon } from '../support/sample-tickets.ts'

const [folder = ''] = process.argv.slice(2)
const ballast = join(folder, 'ballast')
const page = { limit: 10, sort: 'submittedAt', now: noon } as const

const database = createSqlite(join(folder, 'bilet.db'))
await migrate(database)
const store = createTicketStore(database)
writeFileSync(ballast, Buffer.alloc(2 ** 20))

const claim = newClaim()
const accepted: string[] = []

/** Submits until the storage refuses; gives the refusal. */
async function fill(): Promise<unknown> {
  for (;;) {
    try {
      const submitted = await store.submit(newTicket(), accepted.length === 0 ? claim : newClaim())
      if ('ticket' in submitted) accepted.push(submitted.ticket.id)
    } catch (error) {
      return error
    }
  }
}

const refusal = await fill()
const again = await fill()
const listed = (await store.list({}, page)).items.length
const found = (await store.list({ q: 'корзина' }, page)).items.length
const replayed = await store.replay(claim)
rmSync(ballast)
const later = await store.submit(newTicket(), newClaim())
if ('ticket' in later) accepted.push(later.ticket.id)
const missing = await Promise.all(accepted.map(async (id) => ((await store.find(id)) ? 0 : 1)))

process.stdout.write(
  `${JSON.stringify({
    refusals: [refusal, again].map((error) => (error instanceof StorageError ? error.kind : String(error))),
    accepted: accepted.length,
    readsWhileFull: { listed, found, replayed: replayed?.outcome },
    afterSpaceIsMade: later.outcome,
    missing: missing.filter(Boolean).length,
    broken: await brokenInvariants(database),
  })}\n`,
)
await database.close()
