// Whose idempotency keys of tickets they are.
import type { VerifiedCaller } from '@bilet/shared/caller'

/** An owner's: nobody else's keys can meet them. */
export const ticketsScope = (requesterId: string) => JSON.stringify(['tickets', 'owner', requesterId])

/** The same before issuers were kept. */
export const formerTicketsScope = ({ shop, userId }: Pick<VerifiedCaller, 'shop' | 'userId'>) =>
  JSON.stringify(['tickets', 'owner', shop, userId])

/** A guest's are scoped by e-mail and address: an e-mail alone proves nothing. */
export const guestTicketsScope = (requesterId: string, address: string) =>
  JSON.stringify(['tickets', 'guest', requesterId, address])

/** The address in a guest's scope. */
export function addressIn(scope: string): string | undefined {
  const parts: unknown = scope.startsWith('["tickets","guest",') ? JSON.parse(scope) : []
  const address: unknown = Array.isArray(parts) ? parts[3] : undefined
  return typeof address === 'string' && address !== '' ? address : undefined
}
