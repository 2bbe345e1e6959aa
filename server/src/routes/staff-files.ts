import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { Refusal } from '../http/problem.ts'
import { requireScope } from '../http/staff-caller.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import { sendAttachment } from './attachments.ts'

/** Owners' pictures, for staff. */
export const staffFileRoutes = ({ attachments }: Deps) =>
  new Hono<AppEnv>().get(
    '/attachments/:id',
    describe({
      summary: "A picture's bytes",
      auth: 'staff:read',
      success: { status: 200, type: 'image/*' },
      problems: ['not_found'],
    }),
    requireScope('read'),
    validate('param', z.strictObject({ id: z.string() })),
    async (c) => {
      const stored = await attachments.find(c.req.valid('param').id)
      if (!stored) throw new Refusal('not_found')
      return sendAttachment(c, stored, await attachments.read(stored.attachment.id))
    },
  )
