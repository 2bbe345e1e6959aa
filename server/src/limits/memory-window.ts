import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { OpenWindow } from './window.ts'
import { counted } from './counted.ts'

/**
 * Keys share so many places: each costs the library half a kilobyte and a timer until its window ends, and there are
 * more addresses in the world than memory. Which keys share one is different in each process.
 */
const places = 2 ** 14
/** Made with the first key: the edge gives no random values before a request. */
let salt: string | undefined

function placeOf(key: string): string {
  const [high = 0, low = 0] = sha256(utf8ToBytes((salt ??= crypto.randomUUID()) + key))
  return String(((high << 8) | low) % places)
}

/** Counts in this process. */
export const createMemoryWindow: OpenWindow = ({ name, points, seconds }) => {
  const limiter = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })
  return (key, spent) => counted(limiter.consume(placeOf(key), spent))
}
