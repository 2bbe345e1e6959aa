import { Hono } from 'hono'
import type { Context } from 'hono'
import * as z from 'zod/mini'
import { TagsReply } from '@bilet/shared/desk-replies'
import { limits } from '@bilet/shared/limits'
import { StaffTicket } from '@bilet/shared/staff-replies'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { optionalIfMatch } from '../http/etag.ts'
import { requireScope } from '../http/staff-caller.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import { Tag } from '../tickets/staff-bodies.ts'
import { createStaffWork } from '../tickets/staff-work.ts'
import { claimOf, createStaffTicketReply, doneOrRefused, writingOf } from './staff-ticket-replies.ts'

const TagParam = z.strictObject({ id: z.string(), tag: Tag })
type TagParam = z.infer<typeof TagParam>

const operation = {
  auth: 'staff:write' as const,
  success: { status: 200, schema: StaffTicket, headers: { ETag: 'The version, for `If-Match`' } },
  problems: ['not_found' as const, 'version_stale' as const],
  idempotent: 'optional' as const,
  conditional: 'optional' as const,
}

/** Tags, one at a time: two agents who tag at once keep both tags. */
export const staffTagRoutes = (deps: Deps) => {
  const work = createStaffWork(deps)
  const full = createStaffTicketReply(deps)

  const tagged = async (c: Context<AppEnv>, { id, tag }: TagParam, isOn: boolean) => {
    const claim = claimOf(c, isOn ? 'tag' : 'untag', id, tag)
    const writing = writingOf(c, optionalIfMatch(c), claim)
    const done = await work.write(
      id,
      ({ tags }, at) => {
        if (tags.includes(tag) === isOn) return []
        if (isOn && tags.length >= limits.tags)
          return { refused: { issues: [{ path: 'tag', code: 'too_many', params: { max: limits.tags } }] } }
        const next = isOn ? [...tags, tag] : tags.filter((one) => one !== tag)
        return [{ kind: 'changed', at, by: writing.by, tags: next }]
      },
      writing,
    )
    return full(c, doneOrRefused(c, done).ticket)
  }

  return new Hono<AppEnv>()
    .get(
      '/tags',
      describe({
        summary: 'Tags that tickets bear, the most used first',
        auth: 'staff:read',
        success: { status: 200, schema: TagsReply },
      }),
      requireScope('read'),
      async (c) => c.json({ items: await deps.tickets.tags() }),
    )
    .put(
      '/tickets/:id/tags/:tag',
      describe({
        summary: 'Add a tag',
        refused: ['too_many'],
        description: 'One that is there already stays, and nothing is written.',
        ...operation,
      }),
      requireScope('write'),
      validate('param', TagParam),
      async (c) => c.json(await tagged(c, c.req.valid('param'), true)),
    )
    .delete(
      '/tickets/:id/tags/:tag',
      describe({ summary: 'Take a tag off', ...operation }),
      requireScope('write'),
      validate('param', TagParam),
      async (c) => c.json(await tagged(c, c.req.valid('param'), false)),
    )
}
