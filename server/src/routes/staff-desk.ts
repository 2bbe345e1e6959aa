import { Hono } from 'hono'
import { DeskReply, MeReply } from '@bilet/shared/desk-replies'
import { limits } from '@bilet/shared/limits'
import { isOpen, nextClosing, nextOpening } from '@bilet/shared/policy/support-hours'
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { requireScope } from '../http/staff-caller.ts'
import { describe } from '../openapi/operation.ts'
import { toTimeOrNull } from '../util/time.ts'

type DeskDeps = Pick<Deps, 'policy' | 'agents' | 'clock'>

/** Who asks, and what there is to choose from: what a program for staff needs before its first list. */
export const staffDeskRoutes = ({ policy, agents, clock }: DeskDeps) =>
  new Hono<AppEnv>()
    .get(
      '/me',
      describe({ summary: 'Whose token this is', auth: 'staff:read', success: { status: 200, schema: MeReply } }),
      requireScope('read'),
      (c) => {
        const { id, name, scopes, expiresAt } = c.get('staff')
        return c.json({ id, name, scopes: [...scopes], expiresAt: toTimeOrNull(expiresAt) })
      },
    )
    .get(
      '/desk',
      describe({
        summary: 'Departments, reasons, plans, hours, agents and limits of this desk',
        description: 'In the words of each language; from the policy, and the names of the tokens.',
        auth: 'staff:read',
        success: { status: 200, schema: DeskReply },
      }),
      requireScope('read'),
      async (c) => c.json(deskOf(policy, await agents.names(), clock())),
    )

function deskOf(policy: SupportPolicy, names: readonly string[], now: number): DeskReply {
  const open = isOpen(policy, now)
  const { departments, decisionReasons, plans, zone, hours, closedDates, limits: draft } = policy
  return {
    departments,
    reasons: decisionReasons,
    plans,
    zone,
    hours,
    closedDates,
    open,
    opensAt: open ? null : toTimeOrNull(nextOpening(policy, now)),
    closesAt: open ? toTimeOrNull(nextClosing(policy, now)) : null,
    agents: names.map((name) => ({ name })),
    limits: { ...draft, message: limits.message, tags: limits.tags, tag: limits.tag },
  }
}
