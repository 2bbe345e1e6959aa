import { d1 } from '../../../test/support/engines.ts'
import { ticketStoreContract } from './ticket-store.contract.ts'

ticketStoreContract(d1, { runs: 5 })
