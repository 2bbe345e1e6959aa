import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { Refusal } from '../http/problem.ts'
import { describe } from '../openapi/operation.ts'

const Ok = z.strictObject({ status: z.literal('ok') })

const metricsType = 'text/plain; version=0.0.4; charset=utf-8'

/** For whoever runs the server: alive, able to answer, and how it does. */
export const operationsRoutes = ({ ready, metrics }: Deps) =>
  new Hono<AppEnv>()
    .get(
      '/healthz',
      describe({ summary: 'The process is alive', auth: 'none', success: { status: 200, schema: Ok } }),
      (c) => c.json({ status: 'ok' as const }),
    )
    .get(
      '/readyz',
      describe({
        summary: 'Database and storage answer',
        auth: 'none',
        success: { status: 200, schema: Ok },
        problems: ['unavailable'],
      }),
      async (c) => {
        if (!(await ready())) throw new Refusal('unavailable', { headers: { 'Retry-After': '2' } })
        return c.json({ status: 'ok' as const })
      },
    )
    .get(
      '/metrics',
      describe({
        summary: 'Counts and times for Prometheus',
        description: 'Of this process. Holds nothing personal.',
        auth: 'none',
        success: { status: 200, type: 'text/plain' },
      }),
      async (c) => c.body(await metrics.text(), 200, { 'Content-Type': metricsType, 'Cache-Control': 'no-store' }),
    )
