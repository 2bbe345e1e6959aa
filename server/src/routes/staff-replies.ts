import { Hono } from 'hono'
import * as z from 'zod/mini'
import { CannedReply, StoredReply } from '@bilet/shared/desk-replies'
import { Id } from '@bilet/shared/ticket'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { Refusal } from '../http/problem.ts'
import { once } from '../http/once.ts'
import { requireScope } from '../http/staff-caller.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import { languageIssues } from '../speech.ts'
import type { KeptReply } from '../staff/canned-replies.ts'
import { toTime } from '../util/time.ts'
import { teller } from './tell-audit.ts'

const IdParam = z.strictObject({ id: Id })

const toStored = ({ updatedAt, ...reply }: KeptReply): StoredReply => ({ ...reply, updatedAt: toTime(updatedAt) })

/** Texts that staff answer with again and again. */
export const staffReplyRoutes = ({
  replies,
  policy,
  speech,
  audit,
  answers,
}: Pick<Deps, 'replies' | 'policy' | 'speech' | 'audit' | 'answers'>) => {
  const keyed = once(answers)
  const tell = teller(audit)
  return new Hono<AppEnv>()
    .get(
      '/replies',
      describe({
        summary: 'Canned replies, by title',
        description:
          '`{{name}}`, `{{number}}` and `{{article}}` stand for the owner’s name, the ticket’s number and the article chosen: whoever writes the answer fills them in.',
        auth: 'staff:read',
        success: { status: 200, schema: z.strictObject({ items: z.array(StoredReply) }) },
      }),
      requireScope('read'),
      async (c) => c.json({ items: (await replies.list()).map(toStored) }),
    )
    .get(
      '/replies/:id',
      describe({
        summary: 'A canned reply',
        auth: 'staff:read',
        success: { status: 200, schema: StoredReply },
        problems: ['not_found'],
      }),
      requireScope('read'),
      validate('param', IdParam),
      async (c) => {
        const reply = await replies.find(c.req.valid('param').id)
        if (!reply) throw new Refusal('not_found')
        return c.json(toStored(reply))
      },
    )
    .put(
      '/replies/:id',
      describe({
        summary: 'Add or replace a canned reply',
        description: 'The id is the writer’s to choose. Other variables than the three are refused.',
        auth: 'staff:write',
        success: { status: 200, schema: StoredReply },
        refused: ['department_unknown'],
        problems: ['not_found'],
        example: { title: 'Ждём ссылку', text: '{{name}}, пришлите, пожалуйста, ссылку на товар.', locale: 'ru' },
        idempotent: 'optional',
      }),
      requireScope('write'),
      validate('param', IdParam),
      validate('json', CannedReply),
      keyed,
      async (c) => {
        const { id } = c.req.valid('param')
        const reply = c.req.valid('json')
        const isUnknown = reply.department && !policy.departments.some((one) => one.id === reply.department)
        const issues = [
          ...(isUnknown ? [{ path: 'department', code: 'department_unknown' }] : []),
          ...languageIssues(speech, reply.locale),
        ]
        if (issues.length > 0) throw new Refusal('invalid_body', { issues })
        const [before, stored] = [await replies.find(id), await replies.put(id, reply)]
        await tell(c, 'reply.put', `reply:${id}`, {
          ...(before && { before: { title: before.title } }),
          after: { title: stored.title },
        })
        return c.json(toStored(stored))
      },
    )
    .delete(
      '/replies/:id',
      describe({
        summary: 'Remove a canned reply',
        auth: 'staff:write',
        success: { status: 204 },
        problems: ['not_found'],
        idempotent: 'optional',
      }),
      requireScope('write'),
      validate('param', IdParam),
      keyed,
      async (c) => {
        const { id } = c.req.valid('param')
        if (!(await replies.remove(id))) throw new Refusal('not_found')
        await tell(c, 'reply.removed', `reply:${id}`)
        return c.body(null, 204)
      },
    )
}
