import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { engines } from '../../test/support/engines.ts'
import type { RunningEngine } from '../../test/support/engines.ts'
import { minute, noon } from '../../test/support/sample-tickets.ts'
import type { Database } from '../database/database.ts'
import { createKeptAnswers, forgetAnswers } from './kept-answers.ts'

describe.each(engines)('what staff were answered, in $name', (engine) => {
  let running: RunningEngine
  let database: Database
  let now = noon

  beforeAll(async () => {
    running = await engine.start()
    return () => running.stop()
  }, 120_000)

  beforeEach(async () => {
    now = noon
    const place = await running.newDesk()
    database = await running.connect(place)
    return async () => {
      await database.close()
      running.giveBack(place)
    }
  })

  it('is made by one of many who ask at once, and given to the others', async () => {
    const desks = Array.from({ length: 4 }, () => createKeptAnswers(database, { clock: () => now }))
    const claims = await Promise.all(desks.map((desk) => desk.claim('an act', 'a body')))
    expect(claims.filter((kept) => kept === null)).toHaveLength(1)
    expect(claims.filter((kept) => kept?.answer === null)).toHaveLength(3)
    await desks[0]?.keep('an act', 'done')
    expect(await desks[1]?.claim('an act', 'another body')).toEqual({ fingerprint: 'a body', answer: 'done' })
  })

  it('is made anew where it was refused, or whoever was at it is gone', async () => {
    const desk = createKeptAnswers(database, { clock: () => now })
    await desk.claim('an act', 'a body')
    await desk.release('an act')
    expect(await desk.claim('an act', 'a better body')).toBeNull()
    now += minute
    expect(await desk.claim('an act', 'a better body')).toBeNull()
    await desk.keep('an act', 'done')
    await desk.release('an act')
    expect(await desk.claim('an act', 'a better body')).toMatchObject({ answer: 'done' })
  })

  it('is forgotten after a month', async () => {
    const desk = createKeptAnswers(database, { clock: () => now })
    await desk.claim('an act', 'a body')
    await desk.keep('an act', 'done')
    await database.batch([forgetAnswers(now + 29 * 24 * 60 * minute)])
    expect(await desk.claim('an act', 'a body')).not.toBeNull()
    await database.batch([forgetAnswers(now + 30 * 24 * 60 * minute)])
    expect(await desk.claim('an act', 'a body')).toBeNull()
  })
})
