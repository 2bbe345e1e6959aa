import { Hono } from 'hono'
import * as z from 'zod/mini'
import { AttachmentReply } from '@bilet/shared/replies'
import { StaffTicket } from '@bilet/shared/staff-replies'
import { PersonsReading } from '../articles/learning/reading.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { Refusal } from '../http/problem.ts'
import { once } from '../http/once.ts'
import { requireScope } from '../http/staff-caller.ts'
import { streamOf } from '../http/stream-of.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import { teller } from './tell-audit.ts'
import { asJson, eraseRequester, exportRequester } from '../tickets/person.ts'

const IdParam = z.strictObject({ id: z.string().check(z.minLength(1), z.maxLength(300)) })

const Person = z.strictObject({
  requester: z.string(),
  tickets: z.array(StaffTicket),
  pictures: z.array(AttachmentReply),
  addresses: z.array(z.string()),
  ...PersonsReading.shape,
})

/** A person's data: all of it in one file, or gone. */
export const staffRequesterRoutes = (deps: Deps) => {
  const keyed = once(deps.answers)
  const tell = teller(deps.audit)
  return new Hono<AppEnv>()
    .get(
      '/requesters/:id/export',
      describe({
        summary: 'Everything kept about a person',
        auth: 'staff:admin',
        success: { status: 200, schema: Person },
        problems: ['not_found'],
      }),
      requireScope('admin'),
      validate('param', IdParam),
      async (c) => {
        const data = await exportRequester(deps, c.req.valid('param').id)
        if (data.tickets.length + data.questions.length + data.reading.length + data.pictures.length === 0)
          throw new Refusal('not_found')
        await tell(c, 'requester.exported', `requester:${c.req.valid('param').id}`)
        c.header('Content-Type', 'application/json')
        return c.body(streamOf(asJson(data)))
      },
    )
    .delete(
      '/requesters/:id',
      describe({
        summary: 'Erase a person: tickets, history, pictures, pending mail, questions and reading',
        auth: 'staff:admin',
        success: { status: 204 },
        problems: ['not_found'],
        idempotent: 'optional',
      }),
      requireScope('admin'),
      validate('param', IdParam),
      keyed,
      async (c) => {
        const erased = await eraseRequester(deps, c.req.valid('param').id)
        if (erased.tickets + erased.reading + erased.attachments === 0) throw new Refusal('not_found')
        await tell(c, 'requester.erased', `requester:${c.req.valid('param').id}`, {
          before: { tickets: erased.tickets },
        })
        return c.body(null, 204)
      },
    )
}
