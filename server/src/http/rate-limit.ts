// A token bucket for each caller and door, in the process's memory: it protects this process, so it need not be shared.
import { createMiddleware } from 'hono/factory'
import type { Context } from 'hono'
import type { AppEnv } from './env.ts'
import { Refusal } from './problem.ts'

type Bucket = { tokens: number; at: number }

export type RateLimit = {
  /** Requests in a minute, and at most that many at once. */
  perMinute: number
  clock: () => number
  /** Who is counted; undefined for those who are not. */
  key: (c: Context<AppEnv>) => string | undefined
}

const maxBuckets = 50_000

/** Refuses with 429 and `Retry-After` in whole seconds. */
export function rateLimit({ perMinute, clock, key }: RateLimit) {
  const buckets = new Map<string, Bucket>()
  const perMs = perMinute / 60_000
  return createMiddleware<AppEnv>(async (c, next) => {
    const now = clock()
    const name = key(c)
    if (name === undefined) return next()
    const old = buckets.get(name) ?? { tokens: perMinute, at: now }
    const tokens = Math.min(perMinute, old.tokens + Math.max(0, now - old.at) * perMs)
    if (tokens < 1)
      throw new Refusal('rate_limited', { headers: { 'Retry-After': String(Math.ceil((1 - tokens) / perMs / 1000)) } })
    buckets.delete(name) // The oldest entry stays first, so that the one forgotten is the one longest unused.
    buckets.set(name, { tokens: tokens - 1, at: now })
    if (buckets.size > maxBuckets) buckets.delete(buckets.keys().next().value ?? '')
    await next()
  })
}
