// Everything the app is given. What is not here it cannot do: no clock, randomness, storage or network of its own.
import type { Context } from 'hono'
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import type { Learning } from './articles/learning/learning.ts'
import type { ArticleLibrary } from './articles/library.ts'
import type { LexiconProposals } from './articles/lexicon-proposals.ts'
import type { ReadBlocks } from './articles/written-text.ts'
import type { Suggestions } from './articles/suggestions.ts'
import type { Attachments } from './attachments/attachments.ts'
import type { BuildStore } from './builds/build-store.ts'
import type { VerifyIdentity } from './http/identity.ts'
import type { ReadForm } from './http/multipart.ts'
import type { Limits } from './limits/limits.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics/metrics.ts'
import type { Reports } from './reports/reports.ts'
import type { Speech } from './speech.ts'
import type { Agents } from './staff/agents.ts'
import type { Audit } from './staff/audit.ts'
import type { CannedReplies } from './staff/canned-replies.ts'
import type { KeptAnswers } from './staff/kept-answers.ts'
import type { Receipt } from './notify/receipts.ts'
import type { Presence } from './staff/presence.ts'
import type { SignInCodes } from './staff/sign-in-codes.ts'
import type { StaffTokens } from './staff/staff-tokens.ts'
import type { WebhookStore } from './webhooks/webhook-store.ts'
import type { GuestLinks } from './tickets/guest-links.ts'
import type { Ticket } from './tickets/ticket.ts'
import type { TicketStore } from './tickets/ticket-store.ts'

export type Deps = {
  /** Epoch milliseconds. */
  clock: () => number
  /** A new opaque id of at least 128 random bits, URL-safe. */
  newId: () => string
  policy: SupportPolicy
  /** What it says to its owners, and in which languages. */
  speech: Speech
  tickets: TicketStore
  staffTokens: StaffTokens
  signInCodes: SignInCodes
  agents: Agents
  audit: Audit
  webhooks: WebhookStore
  replies: CannedReplies
  /** To what staff do beside tickets. */
  answers: KeptAnswers
  presence: Presence
  articles: ArticleLibrary
  /** Makes the tree of what staff write. */
  readBlocks: ReadBlocks
  suggestions: Suggestions
  lexiconProposals: LexiconProposals
  learning: Learning
  reports: Reports
  attachments: Attachments
  readForm: ReadForm
  /** The widget's files of this build and earlier ones. */
  builds: BuildStore
  identity: VerifyIdentity
  guestLinks: GuestLinks
  /** Whether answers tell what is wrong with an identity token: in the demo and where the log is of level debug. */
  tellsIdentity: boolean
  allowedOrigins: readonly string[]
  /** The desk's own origin, where it is named. */
  publicOrigin: string | undefined
  limits: Limits
  /** What becomes of a submission's receipt: none is promised that does not go. */
  receiptOf: (ticket: Ticket) => Promise<Receipt>
  /** The client's address; '' where the platform does not tell. */
  addressOf: (c: Context) => string
  /** Whether database and storage both answer within two seconds. */
  ready: () => Promise<boolean>
  /** Whether the process was told to end: streams end then, and clients resume them elsewhere. */
  isEnding: () => boolean
  /** Forgets what is older than the policy keeps it. */
  tidy: () => Promise<void>
  metrics: Metrics
  log: Log
}
