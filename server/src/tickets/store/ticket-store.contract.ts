// Everything that a store of tickets promises, whatever it is kept in. A file for each engine, so that they run side by side.
import { describe } from 'vitest'
import type { Engine } from '../../../test/support/engines.ts'
import { appendsContract } from './appends.contract.ts'
import { erasureContract } from './erasure.contract.ts'
import { faultsContract } from './faults.contract.ts'
import { listsContract } from './lists.contract.ts'
import { submissionsContract } from './submissions.contract.ts'

/** `runs`: how many random histories are tried. */
export function ticketStoreContract(engine: Engine, { runs }: { runs: number }) {
  describe(`tickets in ${engine.name}`, () => {
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
      faultsContract(engine, { runs })
    })
  })
}
