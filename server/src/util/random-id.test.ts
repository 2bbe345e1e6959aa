import { expect, it } from 'vitest'
import { newId, timedId } from './random-id.ts'

it('gives ids of 22 letters of base64url, no two alike', () => {
  const ids = new Set(Array.from({ length: 1_000 }, newId))
  expect(ids.size).toBe(1_000)
  for (const id of ids) expect(id).toMatch(/^[\w-]{22}$/)
})

it('draws every letter about as often', () => {
  const counts = new Map<string, number>()
  for (let made = 0; made < 2_000; made++)
    for (const letter of newId()) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  const fair = (2_000 * 22) / 64
  expect(counts.size).toBe(64)
  for (const count of counts.values()) expect(Math.abs(count - fair) / fair).toBeLessThan(0.4)
})

it('puts the time before an id, so that those of a moment lie together and no two are alike', () => {
  const [now, later] = [Date.UTC(2026, 0, 1), Date.UTC(2199, 0, 1)]
  const ids = Array.from({ length: 1_000 }, () => timedId(newId(), now))
  expect(new Set(ids).size).toBe(1_000)
  expect(new Set(ids.map((id) => id.slice(0, 8))).size).toBe(1)
  for (const id of [...ids, timedId(newId(), later)]) expect(id).toMatch(/^[\w-]{22}$/)
  expect(timedId(newId(), now + 64).slice(0, 6)).toBe(ids[0]!.slice(0, 6))
})
