// Submits tickets, each twice at once, and says which were acknowledged: `submitter.ts <database> <name> <count>`.
// What the storage could not take it sends again until it is taken, as a browser would.
import { setTimeout } from 'node:timers/promises'
import { StorageError } from '../../src/database/database.ts'
import { migrate } from '../../src/database/migrate.ts'
import { openDatabase } from '../../src/database/open.ts'
import { createTicketStore } from '../../src/tickets/store/sql-ticket-store.ts'
import { newClaim, newTicket } from '../support/sample-tickets.ts'

const [url = '', name = '', count = '0'] = process.argv.slice(2)
const atOnce = 32

const database = await openDatabase(url)
await migrate(database)
const store = createTicketStore(database)

async function submit(key: string): Promise<void> {
  try {
    const submitted = await store.submit(newTicket(), newClaim({ scope: 'submitter', key }))
    if (submitted.outcome === 'key_reused') throw new Error(`the key ${key} was refused`)
    process.stdout.write(`${key} ${submitted.ticket.id}\n`)
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
    await setTimeout(200)
    await submit(key)
  }
}

const keys = Array.from({ length: Number(count) }, (_, index) => `${name}-${index}`).values()
const worker = async () => {
  for (const key of keys) await Promise.all([submit(key), submit(key)])
}
await Promise.all(Array.from({ length: atOnce }, worker))
await database.close()
