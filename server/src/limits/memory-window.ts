import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js'
import type { OpenWindow } from './window.ts'
import { counted } from './counted.ts'

/**
 * Keys share two to this power of places: each costs the library half a kilobyte and a timer until its window ends, and there are
 * more addresses in the world than memory. Which keys share one is different in each process.
 */
const placeBits = 14
/** Made with the first key: the edge gives no random values before a request. */
let salt: number | undefined

/**
 * By FNV-1a, begun at the salt: a key's place is no secret that is worth the price of a digest. Of the hash its high bits,
 * which all of the salt and of the key have a part in; its low ones hear of their like alone.
 */
function placeOf(key: string): string {
  let hash = (salt ??= crypto.getRandomValues(new Uint32Array(1))[0]!)
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 16_777_619)
  return String(hash >>> (32 - placeBits))
}

/** Counts in this process. */
export const createMemoryWindow: OpenWindow = ({ name, points, seconds }) => {
  const limiter = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })
  return (key, spent) => counted(limiter.consume(placeOf(key), spent))
}
