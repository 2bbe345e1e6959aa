import { expect, it } from 'vitest'
import { carriedBytes } from './carried.ts'

it('R23: what the widget carries of the checks is at most 5 KB', async () => {
  const bytes = await carriedBytes()
  expect(bytes).toBeGreaterThan(1_000)
  expect(bytes).toBeLessThanOrEqual(5_000)
}, 30_000)
