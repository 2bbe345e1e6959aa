import { Hono } from 'hono'
import * as z from 'zod/mini'
import { DeflectionReport, ReactionReport, UnansweredReport } from '@bilet/shared/report-replies'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { paging } from '../http/paging.ts'
import { range, rangeOf } from '../http/range.ts'
import { requireScope } from '../http/staff-caller.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'

const Range = z.strictObject(range)
const LimitedRange = z.strictObject({ ...range, limit: paging.limit })

const rangeNote = '`from` and `to` are RFC 3339 or dates in UTC, the end excluded; the last thirty days without them.'

/** What the desk and its documentation achieve. */
export const staffReportRoutes = ({ reports, clock }: Deps) =>
  new Hono<AppEnv>()
    .get(
      '/reports/reaction',
      describe({
        summary: 'Promises kept, by plan and department (R4–R6)',
        description: `Of tickets submitted in the range. A plan’s minutes run on the plan’s own clock, which \`clock\` names: \`support\` counts open support hours only. Where plans are counted together the calendar is the clock. ${rangeNote}`,
        auth: 'staff:read',
        success: { status: 200, schema: ReactionReport },
      }),
      requireScope('read'),
      validate('query', Range),
      async (c) => c.json(await reports.reaction(rangeOf(c.req.valid('query'), clock()))),
    )
    .get(
      '/reports/deflection',
      describe({
        summary: 'Tickets that articles spared, strictly, and raw clicks beside them',
        description: `\`deflected\`: an owner opened an article, said that it solved the question, and sent no ticket within 72 hours. \`pending\`: so far, but the hours are not over. Guests have no identity to be followed by: they are in the clicks only. What owners did in the last second of a killed process is not counted. ${rangeNote}`,
        auth: 'staff:read',
        success: { status: 200, schema: DeflectionReport },
      }),
      requireScope('read'),
      validate('query', LimitedRange),
      async (c) => {
        const { limit, ...asked } = c.req.valid('query')
        return c.json(await reports.deflection(rangeOf(asked, clock()), limit))
      },
    )
    .get(
      '/reports/unanswered',
      describe({
        summary: 'Questions that the documentation does not answer, alike ones together',
        description: `Nothing was found, the owner said that it did not help, or a suggested article was seen and a ticket sent all the same. Questions are kept for half a year, without addresses and numbers of people. ${rangeNote}`,
        auth: 'staff:read',
        success: { status: 200, schema: UnansweredReport },
      }),
      requireScope('read'),
      validate('query', LimitedRange),
      async (c) => {
        const { limit, ...asked } = c.req.valid('query')
        return c.json(await reports.unanswered(rangeOf(asked, clock()), limit))
      },
    )
