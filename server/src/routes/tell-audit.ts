import type { Context } from 'hono'
import type { AppEnv } from '../http/env.ts'
import type { Audit, Deed } from '../staff/audit.ts'

/** Gives what puts on record what the bearer of this request's token did. */
export const teller =
  (audit: Pick<Audit, 'record'>) =>
  (c: Context<AppEnv>, action: string, object: string, change: Pick<Deed, 'before' | 'after'> = {}): Promise<void> =>
    audit.record({ actor: c.get('staff').name, action, object, ...change })
