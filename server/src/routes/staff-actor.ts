import type { Context } from 'hono'
import type { Actor } from '@bilet/shared/ticket-events'
import type { AppEnv } from '../http/env.ts'

/** The person behind the token, as history keeps them: its id for staff, its name for owners. */
export function staffActor(c: Context<AppEnv>): Actor {
  const { id, name } = c.get('staff')
  return { kind: 'staff', id, name }
}
