import { expect, it } from 'vitest'
import { digest } from './digest.ts'
import { sha256Hex } from './sha256.ts'

it.each(['', 'не печатается накладная', 'a\u0000b', '\ud800 half of a pair', 'и'.repeat(10_000)])(
  'is what the platform says of %j',
  async (text) => expect(sha256Hex(text)).toBe(await digest(text)),
)
