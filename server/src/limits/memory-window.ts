import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js'
import { sha256Hex } from '../util/sha256.ts'
import type { OpenWindow } from './window.ts'
import { counted } from './counted.ts'

/**
 * Keys share so many places: each costs the library half a kilobyte and a timer until its window ends, and there are
 * more addresses in the world than memory. Which keys share one is different in each process.
 */
const places = 2 ** 14
/** Made with the first key: the edge gives no random values before a request. */
let salt: string | undefined

const placeOf = (key: string) =>
  String(Number.parseInt(sha256Hex((salt ??= crypto.randomUUID()) + key).slice(0, 8), 16) % places)

/** Counts in this process. */
export const createMemoryWindow: OpenWindow = ({ name, points, seconds }) => {
  const limiter = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })
  return (key, spent) => counted(limiter.consume(placeOf(key), spent))
}
