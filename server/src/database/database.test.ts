import { describe } from 'vitest'
import { engines } from '../../test/support/engines.ts'
import { databaseContract } from './database.contract.ts'

describe.each(engines)('$name as a database', (engine) => {
  databaseContract(engine)
})
