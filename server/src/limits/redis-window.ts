// Counts in Redis, over all processes. Node only.
import { Redis } from 'ioredis'
import { RateLimiterRedis } from 'rate-limiter-flexible'
import { counted } from './counted.ts'
import { keyDigest } from './key-digest.ts'
import type { OpenWindow } from './window.ts'

/** `close` lets the process end. */
export function openRedisWindows(url: string): { open: OpenWindow; close: () => void } {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, connectTimeout: 5_000 })
  // Each question reports its own failure; without a listener the client would also print every lost connection.
  redis.on('error', () => {})
  return {
    open: ({ name, points, seconds }) => {
      const limiter = new RateLimiterRedis({
        storeClient: redis,
        keyPrefix: `bilet:limit:${name}`,
        points,
        duration: seconds,
        inMemoryBlockOnConsumed: points + 1,
      })
      return (key, spent) => counted(limiter.consume(keyDigest(key), spent))
    },
    close: () => redis.disconnect(),
  }
}
