// Who is asking: an owner signed in by the host page's backend, or a guest.
import * as z from 'zod/mini'

/** Subscription plans of the shops that the desk serves (R3–R5). */
export const Plan = z.enum(['free', 'standard', 'premium'])
export type Plan = z.infer<typeof Plan>

/** An owner whose identity token was verified. Only issuer, shop and user id together name a person. */
export type VerifiedCaller = {
  kind: 'owner'
  /** Who signed the token. */
  issuer: string
  userId: string
  shop: string
  plan: Plan
  email?: string
  name?: string
}

/** Nobody signed in: may read articles and write to the guests' departments only, with an e-mail. */
export type Guest = {
  kind: 'guest'
  /** The one ticket that the link of a letter lets them read and answer. */
  ticketId?: string
}

export type Caller = VerifiedCaller | Guest
