import * as z from 'zod/mini'

const digits = z.string().check(z.regex(/^\d{1,3}$/))

/** A whole number in a query string, within bounds. */
export const queryNumber = (min: number, max: number) =>
  z.pipe(digits, z.pipe(z.transform(Number), z.number().check(z.gte(min), z.lte(max))))

/** Paging of every list: `limit` 1–100, 25 by default, for owners and staff alike. */
export const paging = {
  limit: z._default(queryNumber(1, 100), 25),
  cursor: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
}

/** Cursors of a list in the order of one whole number. They name their list: another's is none here. */
export const numberedCursor = (list: string) => ({
  param: z.optional(
    z.pipe(
      z.string().check(z.regex(new RegExp(`^${list}-\\d{1,15}$`))),
      z.transform((cursor: string) => Number(cursor.slice(list.length + 1))),
    ),
  ),
  after: (last: number | null) => (last === null ? null : `${list}-${last}`),
})

/** So many lines of its history come with a ticket: the latest, or those before a cursor. */
export const latestLines = 50

export const historyPage = { before: paging.cursor }
