import { sqlite } from '../../../test/support/engines.ts'
import { ticketStoreContract } from './ticket-store.contract.ts'

ticketStoreContract(sqlite, { runs: 30 })
