// How often whom may do what. The figures are such that nobody at work meets them, with a shop's whole staff behind one
// address and a script that fills a desk; each is a setting (BILET_LIMITS).

export type LimitName = keyof typeof rules

export type Rule = {
  /** What it is unless the settings say otherwise; 0: not counted. */
  points: number
  seconds: number
  /** Counted over all processes where a store is shared: what leaves something behind. The rest protects one processor. */
  isShared: boolean
}

const minute = 60
const day = 24 * 60 * minute
const megabyte = 1024 * 1024

const local = (points: number): Rule => ({ points, seconds: minute, isShared: false })
const shared = (points: number, seconds = minute): Rule => ({ points, seconds, isShared: true })

/** By person for owners, by token for staff, by address (IPv6: its /64) for guests and failures; by route for all. */
export const rules = {
  guestSuggestions: local(180),
  guestChecks: local(120),
  guestTickets: shared(30),
  /** By ticket: what a guest adds to one by its link. */
  guestMessages: shared(30),
  /** Where the policy lets guests give pictures. */
  guestUploads: shared(30),
  /** Bytes of pictures that guests behind one address may store in a day. */
  guestUploadBytes: shared(50 * megabyte, day),
  guestReads: local(600),
  guestWrites: local(120),
  ownerSuggestions: local(300),
  ownerChecks: local(300),
  ownerTickets: shared(120),
  ownerMessages: shared(120),
  ownerUploads: shared(120),
  /** Bytes of pictures that one owner may store in a day. */
  ownerUploadBytes: shared(500 * megabyte, day),
  ownerReads: local(1_200),
  ownerWrites: local(300),
  staffReads: local(6_000),
  staffWrites: local(6_000),
  /** Identity and staff tokens that were refused. */
  failedTokens: local(120),
  /** What whoever runs the server asks for: health, metrics, the reference. */
  operations: local(600),
} as const satisfies Record<string, Rule>

const kinds: Record<string, 'Suggestions' | 'Checks' | 'Tickets' | 'Messages' | 'Uploads'> = {
  'POST /v1/suggestions': 'Suggestions',
  'POST /v1/tickets/check': 'Checks',
  'POST /v1/tickets': 'Tickets',
  'POST /v1/tickets/:id/messages': 'Messages',
  'POST /v1/attachments': 'Uploads',
}

export type Who = 'guest' | 'owner' | 'staff'

/** The limit that a route has for its caller. Routes without one of their own are reads or writes. */
export function limitOf(who: Who, method: string, route: string): LimitName {
  const isRead = method === 'GET' || method === 'HEAD'
  const usual = isRead ? 'Reads' : 'Writes'
  if (who === 'staff') return `staff${usual}`
  const own = `${who}${kinds[`${method} ${route}`] ?? usual}`
  return isLimitName(own) ? own : `${who}${usual}`
}

export const isLimitName = (name: string): name is LimitName => Object.hasOwn(rules, name)
