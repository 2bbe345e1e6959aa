import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import * as z from 'zod/mini'
import { StaffEvent } from '@bilet/shared/staff-replies'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { bearer } from '../http/caller.ts'
import { Refusal } from '../http/problem.ts'
import { isGood, requireScope } from '../http/staff-caller.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import { toStaffEvent } from '../tickets/staff-view.ts'

const atOnce = 100
/** How often a stream looks for what other processes wrote; the database is all that they share. */
const lookEveryMs = 1_000
/** A comment this often keeps proxies from closing a quiet stream. */
const beatEveryMs = 15_000

const Query = z.strictObject({ since: z.optional(z.string().check(z.regex(/^\d{1,15}$/))) })

/** Everything that happens to tickets, as it happens, resumable by `Last-Event-ID` with nothing skipped. */
export const staffEventRoutes = ({ tickets, staffTokens, clock, isEnding, metrics }: Deps) =>
  new Hono<AppEnv>().get(
    '/events',
    describe({
      summary: 'Server-sent events: every line of every history',
      description:
        'Each event’s id is its place in the history. `event` is its kind and `data` the JSON of a `StreamedEvent`: the line of history, and its ticket as it is now. Resume with `Last-Event-ID`, or begin after `since`.',
      auth: 'staff:read',
      success: { status: 200, type: 'text/event-stream', schema: StaffEvent },
    }),
    requireScope('read'),
    validate('query', Query),
    async (c) => {
      let last = after(c.req.header('last-event-id') ?? c.req.valid('query').since) ?? (await tickets.lastSeq())
      const token = bearer(c) ?? ''
      // A revoked token ends what was opened with it, and so does an expired one. Remembered for some seconds, so asked
      // for nothing most times.
      const isStaff = async () => isGood(await staffTokens.verify(token), clock())
      c.header('X-Accel-Buffering', 'no')
      return streamSSE(c, async (stream) => {
        const closed = metrics.streamOpened()
        let beatAt = clock() + beatEveryMs
        try {
          await stream.write(': open\n\n')
          while (!stream.aborted && !isEnding() && (await isStaff())) {
            const events = await tickets.eventsAfter(last, atOnce)
            for (const event of events) {
              last = event.seq
              const data = JSON.stringify(toStaffEvent(event))
              await stream.writeSSE({ id: String(event.seq), event: event.event.kind, data })
            }
            if (events.length === atOnce) continue
            if (clock() >= beatAt) {
              beatAt = clock() + beatEveryMs
              await stream.write(': beat\n\n')
            }
            await stream.sleep(lookEveryMs)
          }
        } catch (error) {
          c.get('log').warn({ error }, 'an event stream broke off')
        } finally {
          closed()
        }
      })
    },
  )

function after(id: string | undefined): number | undefined {
  if (id === undefined) return undefined
  if (!/^\d{1,15}$/.test(id)) throw new Refusal('invalid_header', { detail: 'Last-Event-ID is not one of ours' })
  return Number(id)
}
