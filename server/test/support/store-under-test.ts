import { beforeAll, beforeEach } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import type { NewTicket, Ticket } from '../../src/tickets/ticket.ts'
import type { TicketStore } from '../../src/tickets/ticket-store.ts'
import { createTicketStore } from '../../src/tickets/store/sql-ticket-store.ts'
import type { Engine, RunningEngine } from './engines.ts'
import { newClaim } from './sample-tickets.ts'

export type StoreUnderTest = {
  database: Database
  store: TicketStore
  /** The store again, as another process would have it. */
  secondStore(): Promise<TicketStore>
  submit(ticket: NewTicket): Promise<Ticket>
}

/** An empty store on the engine before each test, gone after it. Read it inside tests only. */
export function storeUnderTest(engine: Engine): StoreUnderTest {
  let running: RunningEngine
  let current: StoreUnderTest

  beforeAll(async () => {
    running = await engine.start()
    return () => running.stop()
  }, 120_000)

  beforeEach(async () => {
    const place = await running.newDesk()
    const opened: Database[] = []
    const connect = async () => {
      const database = await running.connect(place)
      opened.push(database)
      return database
    }
    const database = await connect()
    const store = createTicketStore(database)
    current = {
      database,
      store,
      secondStore: async () => createTicketStore(await connect()),
      async submit(ticket) {
        const submitted = await store.submit(ticket, newClaim())
        if (submitted.outcome === 'key_reused') throw new Error('a new key was used before')
        return submitted.ticket
      },
    }
    return async () => {
      await Promise.all(opened.map((open) => open.close()))
      running.giveBack(place)
    }
  })

  return {
    get database() {
      return current.database
    },
    get store() {
      return current.store
    },
    secondStore: () => current.secondStore(),
    submit: (ticket) => current.submit(ticket),
  }
}
