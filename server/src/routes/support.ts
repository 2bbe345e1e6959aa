import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Caller } from '@bilet/shared/caller'
import { limits } from '@bilet/shared/limits'
import { Locale, defaultLocale } from '@bilet/shared/locale'
import { departmentsFor } from '@bilet/shared/policy/departments'
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import { isOpen, nextClosing, nextOpening } from '@bilet/shared/policy/support-hours'
import { SupportReply } from '@bilet/shared/replies'
import type { Deps } from '../deps.ts'
import type { OwnWords } from '../own-words.ts'
import type { AppEnv } from '../http/env.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import { toTime } from '../util/time.ts'

const Query = z.strictObject({ locale: z.optional(Locale) })

/** `GET /support`: hours, departments open to this caller, the promise of their plan (R1–R5, R8). */
export const supportRoutes = ({ policy, ownWords, clock }: Deps) =>
  new Hono<AppEnv>().get(
    '/support',
    describe({
      summary: 'Hours, departments and promises for this caller',
      auth: 'owner_or_guest',
      success: { status: 200, schema: SupportReply },
    }),
    validate('query', Query),
    (c) => {
      const locale = c.req.valid('query').locale ?? defaultLocale
      const support = { ...supportFor(policy, c.get('caller'), locale, clock()), ...ownIn(ownWords, locale) }
      const notes = c.get('identityNotes') ?? []
      return c.json(notes.length > 0 ? { ...support, identityNotes: [...notes] } : support)
    },
  )

function supportFor(policy: SupportPolicy, caller: Caller, locale: Locale, now: number): SupportReply {
  const open = isOpen(policy, now)
  return {
    open,
    opensAt: open ? null : timeOrNull(nextOpening(policy, now)),
    closesAt: open ? timeOrNull(nextClosing(policy, now)) : null,
    zone: policy.zone,
    departments: departmentsFor(policy, caller).map(({ id, name, covers, ...door }) => ({
      id,
      name: name[locale],
      covers: covers[locale],
      ...door,
    })),
    reaction:
      caller.kind === 'guest' ? policy.guest.reaction : (policy.plans[caller.plan]?.reaction ?? policy.reactionCeiling),
    phones: policy.phones.map(({ number, name }) => ({ number, ...(name && { name: name[locale] }) })),
    phonesNote: policy.phonesNote[locale],
    limits: { ...limits },
    caller: toCaller(caller, policy, locale),
    rules: rulesOf(policy),
  }
}

function ownIn({ words, logo }: OwnWords, locale: Locale): Pick<SupportReply, 'own'> {
  const own = words[locale]
  return own || logo ? { own: { locale, words: own ?? {}, ...(logo && { logo }) } } : {}
}

const timeOrNull = (at: number | null) => (at === null ? null : toTime(at))

function toCaller(caller: Caller, { plans }: SupportPolicy, locale: Locale): SupportReply['caller'] {
  if (caller.kind === 'guest') return { kind: 'guest' }
  const { plan, name, email } = caller
  return {
    kind: 'owner',
    plan,
    planName: plans[plan]?.name[locale] ?? plan,
    ...(name && { name }),
    ...(email && { email }),
  }
}

const rulesOf = ({ departments, plans, guest, ticket, limits: draft }: SupportPolicy): SupportReply['rules'] => ({
  departments,
  plans: Object.fromEntries(Object.entries(plans).map(([plan, terms]) => [plan, { departments: terms.departments }])),
  guest: { departments: guest.departments, pictures: guest.pictures },
  ticket,
  limits: draft,
})
