import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { likeness } from './likeness.ts'

const text = (description: string) => ({ subject: '', description })

it('likeness is between 0 and 1, the same both ways, and 1 for the same words', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const like = likeness(text(a), text(b))
      expect(like).toBe(likeness(text(b), text(a)))
      expect(like).toBeGreaterThanOrEqual(0)
      expect(like).toBeLessThanOrEqual(1)
      expect([0, 1]).toContain(likeness(text(a), text(a)))
    }),
  )
})
