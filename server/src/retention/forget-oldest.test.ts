import { beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../../test/support/engines.ts'
import type { RunningEngine } from '../../test/support/engines.ts'
import type { Database } from '../database/database.ts'
import { createAudit } from '../staff/audit.ts'
import { forgetOldest } from './forget-oldest.ts'

describe.each(engines)('records that grow, in $name', (engine) => {
  let running: RunningEngine
  let database: Database

  beforeAll(async () => {
    running = await engine.start()
    database = await running.connect(await running.newDesk())
    return async () => {
      await database.close()
      await running.stop()
    }
  }, 120_000)

  it('lose their beginning, never their middle or their end', { timeout: 60_000 }, async () => {
    let now = 0
    const audit = createAudit(database, { clock: () => now })
    for (now of [1, 2, 3, 4, 5]) await audit.record({ actor: 'Анна', action: `act ${now}`, object: 'desk:1' })
    const left = async () => (await audit.list({}, { limit: 10 })).items.map(({ at }) => at).toReversed()
    const forget = forgetOldest(database, { table: 'audit', endedAt: 'at' })

    await forget(1)
    expect(await left()).toEqual([1, 2, 3, 4, 5])
    await forget(3)
    expect(await left()).toEqual([3, 4, 5])
    for (const sql of ['delete from audit where at = 4', 'delete from audit where at = 5', 'update audit set at = 9'])
      await expect(database.batch([{ sql, parameters: [] }])).rejects.toThrow(/append-only|storage/)
    expect(await left()).toEqual([3, 4, 5])
    await forget(100)
    expect(await left()).toEqual([])
  })
})
