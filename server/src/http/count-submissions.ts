import { createMiddleware } from 'hono/factory'
import type { Metrics, Submission } from '../metrics/metrics.ts'
import type { AppEnv } from './env.ts'

/** Counts what became of each ticket sent, whatever refused it. */
export const countSubmissions = (metrics: Metrics) =>
  createMiddleware<AppEnv>(async (c, next) => {
    await next()
    metrics.submission(outcomeOf(c.res))
  })

function outcomeOf({ status, headers }: Response): Submission {
  if (status >= 500) return 'failed'
  if (status >= 400) return 'refused'
  return headers.has('Idempotent-Replay') ? 'replayed' : 'created'
}
