// A ticket that staff open for an owner who called (R8): theirs when they next sign in, told to them by mail.
import { defaultLocale } from '@bilet/shared/locale'
import type { Issue } from '@bilet/shared/problem'
import { TicketStatus } from '@bilet/shared/ticket'
import type { Actor } from '@bilet/shared/ticket-events'
import type { Attachments } from '../attachments/attachments.ts'
import { languageIssues } from '../speech.ts'
import type { Speech } from '../speech.ts'
import { guestPrefix, ownerId, unclaimedId } from './requester.ts'
import type { OpenFor } from './staff-bodies.ts'
import { staffPictures } from './staff-pictures.ts'
import { draftIssues, newTicketOf, toDraft } from './staff-tickets.ts'
import type { OpeningDeps } from './staff-tickets.ts'
import type { Claim, Requester } from './ticket.ts'
import type { Submitted, TicketStore } from './ticket-store.ts'

type Desk = OpeningDeps & {
  tickets: Pick<TicketStore, 'list' | 'submit' | 'replay'>
  attachments: Pick<Attachments, 'find' | 'isFresh' | 'hold'>
  speech: Speech
}

export type OpenResult = Submitted | { outcome: 'refused'; issues: Issue[] }

/** Opens it, once for its claim. */
export async function openForOwner(
  desk: Desk,
  { body, by, claim }: { body: OpenFor; by: Actor; claim: Claim },
): Promise<OpenResult> {
  const { requester: whose, ...written } = body
  const requester = await requesterOf(desk, whose)
  const draft = toDraft(written, { department: '', locale: desk.speech.languageFor(defaultLocale) })
  const pictures = requester && (await staffPictures(desk.attachments).check(draft.screenshot.attachments, requester))
  const issues = [
    ...(requester ? [] : [{ path: 'requester', code: 'requester_unknown' }]),
    ...draftIssues(draft, desk.policy),
    ...languageIssues(desk.speech, draft.locale),
    ...(pictures?.issues ?? []),
  ]
  const before = await desk.tickets.replay(claim)
  if (before) return before
  if (!requester || issues.length > 0) return { outcome: 'refused', issues }
  await pictures?.hold(true)
  return desk.tickets.submit(newTicketOf(desk, { draft, requester, by }), claim)
}

/** What a shop has of whose plan nothing is known: the one that the policy names first. */
const firstPlan = ({ plans }: Desk['policy']) => Object.keys(plans)[0] ?? 'guest'

/** Who is meant: somebody of the shop who wrote before, whom their tokens will name, or an address. */
async function requesterOf(
  { tickets, clock, policy }: Pick<Desk, 'tickets' | 'clock' | 'policy'>,
  { shop, subject, issuer, email, name: given }: OpenFor['requester'],
): Promise<Requester | null> {
  const name = given ?? null
  const status = [...TicketStatus.options]
  const page = await tickets.list({ shop, status }, { limit: 100, sort: '-submittedAt', now: clock() })
  const ofShop = page.items.map(({ requester }) => requester)
  const known = ofShop.find((one) => (subject === undefined ? one.email === email : one.subject === subject))
  if (known && (subject !== undefined || email !== undefined)) return { ...known, email: email ?? known.email }
  const plan = ofShop.find(({ verified }) => verified)?.plan ?? firstPlan(policy)
  if (subject !== undefined) {
    // Without its issuer the ticket waits for whoever signs in as this subject of this shop.
    const id =
      issuer === undefined ? unclaimedId({ shop, userId: subject }) : ownerId({ issuer, shop, userId: subject })
    return { id, issuer: issuer ?? null, subject, shop, plan, verified: true, email: email ?? null, name }
  }
  if (email === undefined) return null
  const address = email.toLowerCase()
  const guest = { id: guestPrefix + address, issuer: null, subject: null, shop, plan: 'guest' as const }
  return { ...guest, verified: false, email: address, name }
}
