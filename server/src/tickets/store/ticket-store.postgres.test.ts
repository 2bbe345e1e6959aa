import { postgres } from '../../../test/support/engines.ts'
import { ticketStoreContract } from './ticket-store.contract.ts'

ticketStoreContract(postgres, { runs: 5 })
