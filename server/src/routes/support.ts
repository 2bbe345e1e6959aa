import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Caller } from '@bilet/shared/caller'
import { limits } from '@bilet/shared/limits'
import { Language, defaultLocale } from '@bilet/shared/locale'
import { departmentsFor } from '@bilet/shared/policy/departments'
import { inLanguage } from '@bilet/shared/policy/in-language'
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import { isOpen, nextClosing, nextOpening } from '@bilet/shared/policy/support-hours'
import { SupportReply } from '@bilet/shared/replies'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import type { Speech } from '../speech.ts'
import { toTime } from '../util/time.ts'

const Query = z.strictObject({ locale: z.optional(Language) })

/** `GET /support`: hours, departments open to this caller, the promise of their plan (R1–R5, R8). */
export const supportRoutes = ({ policy, speech, clock }: Deps) =>
  new Hono<AppEnv>().get(
    '/support',
    describe({
      summary: 'Hours, departments and promises for this caller',
      description: 'In a language that the desk does not speak: in its first, which `own` then names.',
      auth: 'owner_or_guest',
      success: { status: 200, schema: SupportReply },
    }),
    validate('query', Query),
    (c) => {
      const asked = c.req.valid('query').locale ?? defaultLocale
      const language = speech.languageFor(asked)
      const support = { ...supportFor(policy, c.get('caller'), language, clock()), ...ownFor(speech, asked) }
      const notes = c.get('identityNotes') ?? []
      return c.json(notes.length > 0 ? { ...support, identityNotes: [...notes] } : support)
    },
  )

function supportFor(policy: SupportPolicy, caller: Caller, language: Language, now: number): SupportReply {
  const open = isOpen(policy, now)
  return {
    open,
    opensAt: open ? null : timeOrNull(nextOpening(policy, now)),
    closesAt: open ? timeOrNull(nextClosing(policy, now)) : null,
    zone: policy.zone,
    departments: departmentsFor(policy, caller).map(({ id, name, covers, ...door }) => ({
      id,
      name: inLanguage(name, language),
      covers: inLanguage(covers, language),
      ...door,
    })),
    reaction:
      caller.kind === 'guest' ? policy.guest.reaction : (policy.plans[caller.plan]?.reaction ?? policy.reactionCeiling),
    phones: policy.phones.map(({ number, name }) => ({ number, ...(name && { name: inLanguage(name, language) }) })),
    phonesNote: inLanguage(policy.phonesNote, language),
    limits: { ...limits },
    caller: toCaller(caller, policy, language),
    rules: rulesOf(policy),
  }
}

function ownFor({ languageFor, widgetWords, logo }: Speech, asked: Language): Pick<SupportReply, 'own'> {
  const locale = languageFor(asked)
  const words = widgetWords(locale)
  const isOwn = Object.keys(words).length > 0 || logo !== undefined || locale !== asked
  return isOwn ? { own: { locale, words, ...(logo && { logo }) } } : {}
}

const timeOrNull = (at: number | null) => (at === null ? null : toTime(at))

function toCaller(caller: Caller, { plans }: SupportPolicy, language: Language): SupportReply['caller'] {
  if (caller.kind === 'guest') return { kind: 'guest' }
  const { plan, name, email } = caller
  const named = plans[plan]?.name
  return {
    kind: 'owner',
    plan,
    planName: named ? inLanguage(named, language) : plan,
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
