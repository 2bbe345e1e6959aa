import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Caller, VerifiedCaller } from '@bilet/shared/caller'
import type { Owner, Requester, Ticket } from './ticket.ts'

/** Ids of guests begin so in the store; no token may claim one. */
export const guestPrefix = 'guest:'

type Person = Pick<VerifiedCaller, 'issuer' | 'shop' | 'userId'>

const digestBytes = 16

const idOf = ({ issuer, shop, userId }: Person): string =>
  `o_${bytesToHex(sha256(utf8ToBytes(JSON.stringify([issuer, shop, userId])))).slice(0, 2 * digestBytes)}`

/** A request asks several times, and who holds a known token is the same caller in each of theirs. */
const known = new WeakMap<Person, string>()

/** Whose a ticket, a question or a picture is: issuer, shop and subject as one opaque id of 128 bits. */
export function ownerId(person: Person): string {
  const id = known.get(person) ?? idOf(person)
  known.set(person, id)
  return id
}

export const isOwnerId = (id: string) => /^o_[0-9a-f]{32}$/.test(id)

const hex = (text: string) => bytesToHex(utf8ToBytes(text)).toUpperCase()

/** The id under which migration 0004 left what was written before issuers were kept. */
export const unclaimedId = ({ shop, userId }: Pick<Person, 'shop' | 'userId'>): string =>
  `was:${hex(shop)}.${hex(userId)}`

/** Who a ticket is from. A guest is known by the e-mail they gave, unverified; an owner's signed address wins over it. */
export function requesterOf(caller: Caller, email: string | undefined): Requester {
  if (caller.kind === 'guest') {
    const address = (email ?? '').toLowerCase()
    return {
      id: guestPrefix + address,
      issuer: null,
      subject: null,
      shop: null,
      plan: 'guest',
      verified: false,
      email: address,
      name: null,
    }
  }
  const { issuer, userId, shop, plan, name } = caller
  return {
    id: ownerId(caller),
    issuer,
    subject: userId,
    shop,
    plan,
    verified: true,
    email: caller.email ?? email ?? null,
    name: name ?? null,
  }
}

/** What makes a ticket or file the caller's own. */
export const ownerKey = (caller: VerifiedCaller): Owner => ({ requesterId: ownerId(caller), shop: caller.shop })

/** Whether the ticket is the caller's: who signed in sent it, or the guest came by its own link. */
export function isOwnTicket({ id, requester }: Pick<Ticket, 'id' | 'requester'>, caller: Caller): boolean {
  if (caller.kind === 'guest') return caller.ticketId === id && !requester.verified
  return requester.id === ownerId(caller) && requester.shop === caller.shop
}

/** Whose a guest's pictures are until a ticket takes them in: nobody's by name, so that only their ids find them. */
export const anyGuest: Owner = { requesterId: guestPrefix, shop: null }

/**
 * Whether a picture is the caller's. Pictures from before issuers were kept are told by shop and subject; a guest's by
 * its id alone, which nobody else was told.
 */
export function isOwnPicture(picture: Owner, caller: Caller): boolean {
  if (caller.kind === 'guest') return picture.requesterId === anyGuest.requesterId
  const id = isOwnerId(picture.requesterId) ? ownerId(caller) : caller.userId
  return picture.requesterId === id && picture.shop === caller.shop
}
