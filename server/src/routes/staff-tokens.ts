import { Hono } from 'hono'
import * as z from 'zod/mini'
import { StaffTokenReply } from '@bilet/shared/staff-replies'
import { text } from '@bilet/shared/ticket'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { Refusal } from '../http/problem.ts'
import { requireScope } from '../http/staff-caller.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import { toTimeOrNull } from '../util/time.ts'

const Scope = z.enum(['read', 'write', 'admin'])

const NewToken = z.strictObject({
  name: text(100).check(z.minLength(1)),
  scopes: z.array(Scope).check(z.minLength(1), z.maxLength(3)),
})

const CreatedToken = z.strictObject({ id: z.string(), name: z.string(), scopes: z.array(Scope), token: z.string() })

/** Tokens of the staff: shown once, kept as hashes, revoked within five seconds everywhere. */
export const staffTokenRoutes = ({ staffTokens }: Deps) =>
  new Hono<AppEnv>()
    .get(
      '/tokens',
      describe({
        summary: 'Staff tokens, without their secrets',
        auth: 'staff:admin',
        success: { status: 200, schema: z.strictObject({ items: z.array(StaffTokenReply) }) },
      }),
      requireScope('admin'),
      async (c) => {
        const items = await staffTokens.list()
        return c.json({
          items: items.map(({ id, name, scopes, createdAt, lastUsedAt }) => ({
            id,
            name,
            scopes,
            createdAt: toTimeOrNull(createdAt),
            lastUsedAt: toTimeOrNull(lastUsedAt),
            expiresAt: null,
            source: createdAt === null ? ('settings' as const) : ('api' as const),
          })),
        })
      },
    )
    .post(
      '/tokens',
      describe({
        summary: 'Make a token; the only time it is shown',
        auth: 'staff:admin',
        success: { status: 201, schema: CreatedToken },
        example: { name: 'anna', scopes: ['read', 'write'] },
      }),
      requireScope('admin'),
      validate('json', NewToken),
      async (c) => {
        const { name, scopes } = c.req.valid('json')
        return c.json(await staffTokens.create(name, scopes), 201)
      },
    )
    .delete(
      '/tokens/:id',
      describe({ summary: 'Revoke a token', auth: 'staff:admin', success: { status: 204 }, problems: ['not_found'] }),
      requireScope('admin'),
      async (c) => {
        if (!(await staffTokens.revoke(c.req.param('id')))) throw new Refusal('not_found')
        return c.body(null, 204)
      },
    )
