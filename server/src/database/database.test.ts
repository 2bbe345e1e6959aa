import { describe } from 'vitest'
import { engines, pgbouncer } from '../../test/support/engines.ts'
import { databaseContract } from './database.contract.ts'

describe.each([...engines, pgbouncer])('$name as a database', (engine) => {
  databaseContract(engine)
})
