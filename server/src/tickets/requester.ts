import type { Caller, VerifiedCaller } from '@bilet/shared/caller'
import type { Owner, Requester } from './ticket.ts'

/** Ids of guests begin so in the store; no token may claim one. */
export const guestPrefix = 'guest:'

/** Who a ticket is from. A guest is known by the e-mail they gave, unverified. */
export function requesterOf(caller: Caller, email: string | undefined): Requester {
  if (caller.kind === 'guest') {
    const address = (email ?? '').toLowerCase()
    return { id: guestPrefix + address, shop: null, plan: 'guest', verified: false, email: address, name: null }
  }
  const { userId, shop, plan, name } = caller
  return { id: userId, shop, plan, verified: true, email: email ?? caller.email ?? null, name: name ?? null }
}

/** What makes a ticket or file the caller's own. */
export const ownerKey = ({ userId, shop }: VerifiedCaller): Owner => ({ requesterId: userId, shop })
