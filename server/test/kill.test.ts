// A short round of what `npm run faults` does at length over HTTP.
import { expect, it, onTestFinished } from 'vitest'
import { httpKillRound } from './faults/http-kill-round.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

it('keeps every acknowledged ticket once when the server is killed under submissions that are each sent twice', async () => {
  const folder = temporaryFolder()
  onTestFinished(folder.remove)
  const { acknowledged, lost, stored } = await httpKillRound(folder.path, {}, { count: 200, answers: 150 })
  expect(lost).toEqual([])
  expect(stored).toBe(200)
  expect(acknowledged).toBeGreaterThan(0)
  expect(acknowledged).toBeLessThan(200)
}, 60_000)
