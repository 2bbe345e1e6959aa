// What is wrong with an identity token, in words for whoever writes the code that signs it. They go to the log, and into
// answers in the demo and at log level debug: never to strangers.
import { errors } from 'jose'
import type * as z from 'zod/mini'
import { isEmail } from '@bilet/shared/email'
import { text } from '@bilet/shared/ticket'

const longestShown = 60

/** A value as JSON has it, cut: a claim may hold anything. */
function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? 'missing'
  return json.length > longestShown ? `${json.slice(0, longestShown)}…` : json
}

/** Why jose would not take it. `now` is epoch milliseconds. */
export function reasonOf(error: unknown, now: number): string {
  if (error instanceof errors.JWTExpired) return `expired ${secondsSince(error.payload.exp, now)} s ago`
  if (error instanceof errors.JWTClaimValidationFailed) return claimReason(error, now)
  if (error instanceof errors.JWKSNoMatchingKey) return error.message
  if (error instanceof errors.JWSSignatureVerificationFailed)
    return 'the signature was not made with the key that kid names'
  if (error instanceof errors.JOSEAlgNotAllowed) return 'alg is not HS256'
  return 'not a signed JWT'
}

function claimReason({ claim, payload }: errors.JWTClaimValidationFailed, now: number): string {
  const value = payload[claim]
  if (value === undefined) return `${claim} is missing`
  if (claim === 'nbf') return `not valid for another ${-secondsSince(payload.nbf, now)} s`
  return `${claim} is ${shown(value)}`
}

const secondsSince = (at: number | undefined, now: number) => Math.round(now / 1000 - (at ?? 0))

/** The first claim that is not as it must be. */
export function claimFault({ issues: [issue] }: z.core.$ZodError, payload: Record<string, unknown>): string {
  const claim = String(issue?.path[0] ?? '')
  const value = payload[claim]
  if (value === undefined) return `${claim} is missing`
  const choices = issue?.code === 'invalid_value' ? `, not one of ${issue.values.join(', ')}` : ''
  return `${claim} is ${shown(value)}${choices}`
}

const Name = text(200)

/** E-mail and name as far as they are such: a wrong one costs the receipt, not the sign-in. */
export function contactOf(claims: { email?: unknown; name?: unknown }) {
  const email = typeof claims.email === 'string' && isEmail(claims.email) ? claims.email : undefined
  const name = Name.safeParse(claims.name).data
  const notes = [
    ...(claims.email !== undefined && email === undefined ? [`email is ${kindOf(claims.email)}: left out`] : []),
    ...(claims.name !== undefined && !name ? [`name is ${kindOf(claims.name)}: left out`] : []),
  ]
  return { contact: { ...(email && { email }), ...(name && { name }) }, notes }
}

/** Said without the value: it may be somebody's address. */
function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (typeof value !== 'string') return `a ${typeof value}`
  return value === '' ? 'empty' : `no such thing (${value.length} letters)`
}
