// What the API answers to those who look after the desk and its documentation.
import * as z from 'zod/mini'
import { Plan } from './caller.ts'

const Time = z.iso.datetime()
const range = { from: Time, to: Time }

const attainment = {
  tickets: z.number(),
  met: z.number(),
  breached: z.number(),
  pending: z.number(),
  /** Of those met or breached; null where there are none. */
  shareMet: z.nullable(z.number()),
  /** Of those reacted to, in time or late; null where there are none. */
  medianMinutes: z.nullable(z.number()),
  p90Minutes: z.nullable(z.number()),
  /** The clock that the minutes ran on: every hour, or open support hours. */
  clock: z.enum(['calendar', 'support']),
}
export const Attainment = z.strictObject(attainment)
export type Attainment = z.infer<typeof Attainment>

const plan = { plan: z.union([Plan, z.literal('guest')]) }
const department = { department: z.string() }

/** A plan's minutes run on the plan's own clock; those of all plans together on the calendar. */
export const ReactionReport = z.strictObject({
  ...range,
  total: Attainment,
  plans: z.array(z.strictObject({ ...plan, ...attainment })),
  departments: z.array(z.strictObject({ ...department, ...attainment })),
  items: z.array(z.strictObject({ ...plan, ...department, ...attainment })),
})
export type ReactionReport = z.infer<typeof ReactionReport>

const strict = {
  /** Opened, told "solved" and no ticket by that owner within 72 hours. */
  deflected: z.number(),
  /** So far as `deflected`, but the 72 hours are not over. */
  pending: z.number(),
}

/** Raw clicks, whoever made them and whatever came after. */
const clicks = { opened: z.number(), solved: z.number(), notHelpful: z.number() }

export const DeflectionReport = z.strictObject({
  ...range,
  windowHours: z.number(),
  total: z.strictObject({
    ...strict,
    /** Questions asked, and those that nothing was suggested for. */
    questions: z.number(),
    unanswered: z.number(),
    ...clicks,
    /** Tickets that were sent though an article had been seen. */
    sentAnyway: z.number(),
  }),
  /** The most opened first. */
  articles: z.array(
    z.strictObject({
      articleId: z.string(),
      /** Null for an article that is no longer there. */
      title: z.nullable(z.string()),
      ...strict,
      shown: z.number(),
      ...clicks,
      sentAnyway: z.number(),
    }),
  ),
})
export type DeflectionReport = z.infer<typeof DeflectionReport>

const reasons = {
  /** Nothing was suggested. */
  nothingFound: z.number(),
  /** The owner said so. */
  notHelpful: z.number(),
  /** A suggested article was seen and a ticket sent all the same. */
  sentAnyway: z.number(),
}

export const UnansweredReport = z.strictObject({
  ...range,
  /** Questions that mean the same together, whatever their words; the most asked first. */
  groups: z.array(
    z.strictObject({
      /** What they speak of, in the lexicon's word for it; null where it knows none. */
      notion: z.nullable(z.string()),
      count: z.number(),
      ...reasons,
      lastAskedAt: Time,
      examples: z.array(z.string()),
    }),
  ),
})
export type UnansweredReport = z.infer<typeof UnansweredReport>
