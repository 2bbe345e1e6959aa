import { Hono } from 'hono'
import * as z from 'zod/mini'
import { StaffTokenReply } from '@bilet/shared/staff-replies'
import { text } from '@bilet/shared/ticket'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { Refusal } from '../http/problem.ts'
import { once } from '../http/once.ts'
import { requireScope } from '../http/staff-caller.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import { teller } from './tell-audit.ts'
import { toTimeOrNull } from '../util/time.ts'

const Scope = z.enum(['read', 'write', 'admin'])

const NewToken = z.strictObject({
  name: text(100).check(z.minLength(1)),
  scopes: z.array(Scope).check(z.minLength(1), z.maxLength(3)),
  expiresAt: z.optional(z.iso.datetime({ offset: true })),
})

const CreatedToken = z.strictObject({
  id: z.string(),
  name: z.string(),
  scopes: z.array(Scope),
  token: z.string(),
  expiresAt: z.nullable(z.iso.datetime()),
})

/** Tokens of the staff: shown once, kept as hashes, revoked within five seconds everywhere. */
export const staffTokenRoutes = ({ staffTokens, audit, answers, clock }: Deps) => {
  const keyed = once(answers)
  const tell = teller(audit)
  return new Hono<AppEnv>()
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
          items: items.map(({ id, name, scopes, createdAt, lastUsedAt, expiresAt }) => ({
            id,
            name,
            scopes,
            createdAt: toTimeOrNull(createdAt),
            lastUsedAt: toTimeOrNull(lastUsedAt),
            expiresAt: toTimeOrNull(expiresAt),
            source: createdAt === null ? ('settings' as const) : ('api' as const),
          })),
        })
      },
    )
    .post(
      '/tokens',
      describe({
        summary: 'Make a token; the only time it is shown',
        description: 'The name is what tickets are assigned to: no two good tokens have the same. It may expire.',
        auth: 'staff:admin',
        success: { status: 201, schema: CreatedToken },
        refused: ['until_in_past', 'name_taken'],
        example: { name: 'anna', scopes: ['read', 'write'] },
        idempotent: 'optional',
      }),
      requireScope('admin'),
      validate('json', NewToken),
      keyed,
      async (c) => {
        const { name, scopes, expiresAt: until } = c.req.valid('json')
        const expiresAt = until === undefined ? undefined : Date.parse(until)
        if (expiresAt !== undefined && expiresAt <= clock())
          throw new Refusal('invalid_body', { issues: [{ path: 'expiresAt', code: 'until_in_past' }] })
        const made = await staffTokens.create(name, scopes, { expiresAt })
        if (!made) throw new Refusal('invalid_body', { issues: [{ path: 'name', code: 'name_taken' }] })
        await tell(c, 'token.created', `token:${made.id}`, { after: { name, scopes } })
        return c.json({ ...made, expiresAt: toTimeOrNull(made.expiresAt) }, 201)
      },
    )
    .delete(
      '/tokens/:id',
      describe({
        summary: 'Revoke a token',
        auth: 'staff:admin',
        success: { status: 204 },
        problems: ['not_found'],
        idempotent: 'optional',
      }),
      requireScope('admin'),
      keyed,
      async (c) => {
        const id = c.req.param('id')
        if (!(await staffTokens.revoke(id))) throw new Refusal('not_found')
        await tell(c, 'token.revoked', `token:${id}`)
        return c.body(null, 204)
      },
    )
}
