import * as z from 'zod/mini'

/** A moment in a query string, epoch milliseconds: RFC 3339, or a date, whose beginning in UTC is meant. */
const Moment = z.pipe(
  z.union([z.iso.datetime({ offset: true }), z.iso.date()]),
  z.transform((time: string) => Date.parse(time)),
)

/** The time that a report is of: `[from, to)`. */
export const range = { from: z.optional(Moment), to: z.optional(Moment) }

const minuteMs = 60_000
const usualMs = 30 * 86_400_000

/** The range asked for. Without `to` up to this minute, without `from` the thirty days before. */
export function rangeOf(
  { from, to }: { from?: number | undefined; to?: number | undefined },
  now: number,
): { from: number; to: number } {
  const end = to ?? Math.ceil((now + 1) / minuteMs) * minuteMs
  return { from: from ?? end - usualMs, to: end }
}
