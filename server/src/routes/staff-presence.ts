import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { IdParam } from '../http/id-param.ts'
import { Refusal } from '../http/problem.ts'
import { requireScope } from '../http/staff-caller.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import { Doing } from '../staff/presence.ts'

const PresenceReply = z.strictObject({ others: z.array(z.strictObject({ name: z.string(), doing: Doing })) })

/** Who else is at a ticket: two agents who see each other do not answer over each other. */
export const staffPresenceRoutes = ({ tickets, presence }: Pick<Deps, 'tickets' | 'presence'>) =>
  new Hono<AppEnv>()
    .put(
      '/tickets/:id/presence',
      describe({
        summary: 'Say that you look at a ticket or write to its owner, and hear who else does',
        description: 'Tell it again every few seconds: who has not for twelve seconds is gone. Nothing of it is kept.',
        auth: 'staff:read',
        success: { status: 200, schema: PresenceReply },
        problems: ['not_found'],
        example: { doing: 'typing' },
      }),
      requireScope('read'),
      validate('param', IdParam),
      validate('json', z.strictObject({ doing: Doing })),
      async (c) => {
        const { id } = c.req.valid('param')
        if (!(await tickets.find(id))) throw new Refusal('not_found')
        return c.json({ others: await presence.tell(id, c.get('staff'), c.req.valid('json').doing) })
      },
    )
    .delete(
      '/tickets/:id/presence',
      describe({
        summary: 'Say that you are no longer at a ticket',
        auth: 'staff:read',
        success: { status: 204 },
        problems: ['not_found'],
      }),
      requireScope('read'),
      validate('param', IdParam),
      async (c) => {
        await presence.leave(c.req.valid('param').id, c.get('staff'))
        return c.body(null, 204)
      },
    )
