import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { Refusal } from '../http/problem.ts'
import { describe } from '../openapi/operation.ts'

const Ok = z.strictObject({ status: z.literal('ok') })

/** For whoever runs the server: alive, and able to answer. */
export const operationsRoutes = ({ ready }: Deps) =>
  new Hono<AppEnv>()
    .get(
      '/healthz',
      describe({ summary: 'The process is alive', auth: 'none', success: { status: 200, schema: Ok } }),
      (c) => c.json({ status: 'ok' as const }),
    )
    .get(
      '/readyz',
      describe({
        summary: 'Storage answers',
        auth: 'none',
        success: { status: 200, schema: Ok },
        problems: ['unavailable'],
      }),
      async (c) => {
        if (!(await ready())) throw new Refusal('unavailable', { headers: { 'Retry-After': '2' } })
        return c.json({ status: 'ok' as const })
      },
    )
