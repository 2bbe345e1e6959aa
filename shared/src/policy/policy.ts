// The support regulation as data. Another desk changes the file, not the code.
import * as z from 'zod/mini'
import { Plan } from '../caller.ts'
import { limits } from '../limits.ts'
import { isLanguage } from '../locale.ts'
import { hoursFaults } from './hours-faults.ts'

/** In each language that the product speaks, and in further ones where the desk has them. */
export const Words = z
  .catchall(z.object({ ru: z.string(), uk: z.string(), en: z.string() }), z.string())
  .check(z.refine((words) => Object.keys(words).every(isLanguage), { error: 'unknown_language' }))
export type Words = z.infer<typeof Words>

/** `HH:MM`, 00:00 to 24:00. */
const ClockTime = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: 'invalid_clock_time' }))

/** `[from, to)`. `to` at or before `from` runs over midnight into the next day. */
const Interval = z.tuple([ClockTime, ClockTime])

const Hours = z.strictObject({
  mon: z.array(Interval),
  tue: z.array(Interval),
  wed: z.array(Interval),
  thu: z.array(Interval),
  fri: z.array(Interval),
  sat: z.array(Interval),
  sun: z.array(Interval),
})

/** A span of time and the clock that it runs on: every hour, or open support hours only. */
const Span = z.strictObject({
  hours: z.number().check(z.positive(), z.lte(24 * 366)),
  clock: z.enum(['calendar', 'support']),
})
export type Span = z.infer<typeof Span>

const isZone = (zone: string) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== ''
  } catch {
    return false
  }
}

const DepartmentId = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/))

const Department = z.strictObject({ id: DepartmentId, name: Words, covers: Words })
export type Department = z.infer<typeof Department>

const PlanTerms = z.strictObject({
  name: Words,
  /** Ids of the departments that the plan may write to (R3). */
  departments: z.array(DepartmentId).check(z.minLength(1)),
  /** Time to the first public answer by a person (R4, R5). */
  reaction: Span,
})

/** Why time was extended or support refused (R19): a stable code with the owner's words for it and what helps. */
const DecisionReason = z.strictObject({ id: DepartmentId, words: Words, help: Words })

const upTo = (max: number) => z.int().check(z.gte(1), z.lte(max))

/** Most that a draft may hold; never more than both sides are built for. */
export const DraftLimits = z.strictObject({
  subject: upTo(limits.subject),
  description: upTo(limits.description),
  step: upTo(limits.step),
  steps: upTo(limits.steps),
  links: upTo(limits.links),
  attachments: upTo(limits.attachments),
})

const days = (most: number) => z.int().check(z.gte(0), z.lte(most))

/** How long what is kept. PRIVACY.md tells what is kept where. */
export const Retention = z._default(
  z.strictObject({
    /** Days after its last change that a closed ticket is kept, its pictures with it; 0: for ever. */
    ticketsDays: days(36_500),
    /** Days that questions and what became of them are kept, guests' too. */
    questionsDays: days(3_650).check(z.gte(1)),
    /** Hours that a picture may wait for its ticket. */
    uploadsHours: z.int().check(z.gte(1), z.lte(24 * 365)),
    /** Days that the record of what staff did is kept; 0: for ever. */
    auditDays: z._default(days(36_500), 0),
    /** Days that it is kept what was mailed, and what webhooks were sent and said. */
    logsDays: z._default(days(3_650).check(z.gte(7)), 90),
  }),
  { ticketsDays: 0, questionsDays: 183, uploadsHours: 24, auditDays: 0, logsDays: 90 },
)
export type Retention = z.infer<typeof Retention>

export const SupportPolicy = z
  .strictObject({
    /** IANA zone that the hours are told in (R1). */
    zone: z.string().check(z.refine(isZone, { error: 'unknown_zone' })),
    /** Open intervals by weekday, in the zone (R1). */
    hours: Hours,
    /** `YYYY-MM-DD` in the zone: nothing that starts on this date is open (R1). */
    closedDates: z.array(z.iso.date()),
    departments: z.array(Department).check(z.minLength(1)),
    /** By the name that identity tokens give them. Whoever's plan nobody knows has the first. */
    plans: z.record(Plan, PlanTerms).check(z.refine((plans) => Object.keys(plans).length > 0, { error: 'too_short' })),
    /** What a guest may do: departments open without an identity, and the terms that apply. */
    guest: z.strictObject({
      departments: z.array(DepartmentId),
      reaction: Span,
      /** Whether guests may give pictures: anybody on the internet then may store some, up to a quota. */
      pictures: z._default(z.boolean(), false),
    }),
    /** No plan is ever promised later than this (R4). */
    reactionCeiling: Span,
    /** Where SEO, advertising and growth go; a personal manager answers (R12). */
    personalManagerDepartment: DepartmentId,
    decisionReasons: z.array(DecisionReason),
    /** Who tickets may be assigned to besides the names of staff tokens. */
    agents: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(100)))),
    /** Closing for want of the owner's answer (R19); absent: never. In days on which support is open. */
    silence: z.optional(
      z.strictObject({
        /** After so many the owner is warned. */
        warnAfterDays: z.int().check(z.gte(1), z.lte(365)),
        /** So many after the warning the ticket is closed. */
        closeAfterDays: z.int().check(z.gte(1), z.lte(365)),
        /** An id of `decisionReasons`. */
        reason: DepartmentId,
      }),
    ),
    phones: z.array(z.strictObject({ number: z.string(), name: z.optional(Words) })),
    phonesNote: Words,
    /** What a ticket must hold (R13–R15). */
    ticket: z.strictObject({
      /** Fewest letters of a description that says anything. */
      descriptionLetters: z.number().check(z.gte(1)),
      /** Fewest distinct steps when steps are given. */
      steps: z.number().check(z.gte(1)),
    }),
    limits: DraftLimits,
    retention: Retention,
  })
  .check(
    z.superRefine((policy, context) => {
      for (const { path, message } of hoursFaults(policy.hours))
        context.addIssue({ code: 'custom', path, message, input: policy.hours })
      const known = new Set(policy.departments.map((department) => department.id))
      const named: [path: (string | number)[], ids: string[]][] = [
        ...Object.entries(policy.plans).map(
          ([plan, terms]) => [['plans', plan, 'departments'], terms.departments] as [string[], string[]],
        ),
        [['guest', 'departments'], policy.guest.departments],
        [['personalManagerDepartment'], [policy.personalManagerDepartment]],
      ]
      const { silence, decisionReasons } = policy
      if (silence && !decisionReasons.some(({ id }) => id === silence.reason))
        context.addIssue({
          code: 'custom',
          path: ['silence', 'reason'],
          message: 'unknown_reason',
          input: silence.reason,
        })
      for (const [path, ids] of named)
        for (const id of ids)
          if (!known.has(id)) context.addIssue({ code: 'custom', path, message: 'unknown_department', input: id })
    }),
  )
export type SupportPolicy = z.infer<typeof SupportPolicy>
