import { describe } from 'vitest'
import { engines } from '../../../test/support/engines.ts'
import { appendsContract } from './appends.contract.ts'
import { erasureContract } from './erasure.contract.ts'
import { faultsContract } from './faults.contract.ts'
import { listsContract } from './lists.contract.ts'
import { submissionsContract } from './submissions.contract.ts'

describe.each(engines)('tickets in $name', (engine) => {
  describe('submissions', () => {
    submissionsContract(engine)
  })
  describe('work on tickets', () => {
    appendsContract(engine)
  })
  describe('lists', () => {
    listsContract(engine)
  })
  describe('erasure', () => {
    erasureContract(engine)
  })
  describe('faults', () => {
    faultsContract(engine, { runs: engine.name === 'SQLite' ? 30 : 5 })
  })
})
