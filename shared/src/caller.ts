// Who is asking: an owner signed in by the host page's backend, or a guest.
import * as z from 'zod/mini'

/** Id of a subscription plan of the shops that the desk serves (R3–R5): which there are, its policy says. */
export const Plan = z.string().check(z.regex(/^(?!guest$)[A-Za-z][A-Za-z0-9_.-]{0,39}$/, { error: 'invalid_plan' }))
/** Where a guest's ticket may be meant too, it is `guest`. */
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

/** As much of a caller as the rules ask about. */
export type Standing = Pick<VerifiedCaller, 'kind' | 'plan'> | Pick<Guest, 'kind'>
