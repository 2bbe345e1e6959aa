import { expect, it } from 'vitest'
import { StorageError } from '../../database/database.ts'
import { createLearning } from './learning.ts'

/** A database that gives no answer but counts how often it was asked. */
function silentDatabase() {
  let asked = 0
  const refuse = () => {
    asked++
    return Promise.reject(new StorageError('unavailable', undefined))
  }
  const database = { dialect: 'sqlite', query: refuse, batch: refuse, close: async () => {} } as const
  return { database, asked: () => asked }
}

it('answers that could not be read are not told as events that were lost', async () => {
  const told: string[] = []
  const learning = createLearning(silentDatabase().database, {
    clock: () => 0,
    onLost: () => told.push('lost'),
    onStale: () => told.push('stale'),
  })
  expect(learning.links()).toEqual([])
  await expect.poll(() => told).toEqual(['stale'])
})

it('without a background nothing is begun that would end with its request', async () => {
  const { database, asked } = silentDatabase()
  const { links, record } = createLearning(database, { clock: () => 0, hasBackground: false, everyMs: 0 })
  links()
  record({ kind: 'opened', articleId: 'domain', caller: { kind: 'guest' } })
  await new Promise((resolve) => setTimeout(resolve))
  expect(asked()).toBe(0)
})
