// The desk over a database and a storage that are open: what Node and the edge have in common.
import type { Context } from 'hono'
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import { noOwnWords } from './own-words.ts'
import type { OwnWords } from './own-words.ts'
import { createSpeech } from './speech.ts'
import type { Storage } from 'unstorage'
import { createLearning } from './articles/learning/learning.ts'
import { createLexiconProposals } from './articles/lexicon-proposals.ts'
import type { Indexing } from './articles/indexing.ts'
import { createLibrary } from './articles/library.ts'
import type { ArticleLibrary } from './articles/library.ts'
import { createQueryIds, secretOf } from './articles/query-ids.ts'
import type { ReadBlocks } from './articles/written-text.ts'
import { createSuggestions } from './articles/suggestions.ts'
import type { Suggestions } from './articles/suggestions.ts'
import { createAttachments } from './attachments/attachments.ts'
import { createBuildStore } from './builds/build-store.ts'
import type { CleanPicture } from './attachments/image/clean-picture.ts'
import type { Scan } from './attachments/scan.ts'
import type { Config } from './config.ts'
import type { Database } from './database/database.ts'
import type { Deps } from './deps.ts'
import { createIdentity } from './http/identity.ts'
import { readForm } from './http/multipart.ts'
import type { ReadForm } from './http/multipart.ts'
import { createLimits } from './limits/limits.ts'
import type { OpenWindow } from './limits/window.ts'
import { createMemoryWindow } from './limits/memory-window.ts'
import type { Log } from './log.ts'
import { createMetrics } from './metrics/metrics.ts'
import type { Gauges } from './metrics/metrics.ts'
import { createOutbox } from './notify/outbox.ts'
import { createReceipts } from './notify/receipts.ts'
import { createUnaskedLetters } from './notify/unasked-letters.ts'
import { newId } from './util/random-id.ts'
import { createTidy } from './retention/tidy.ts'
import { createReports } from './reports/reports.ts'
import { createAgents } from './staff/agents.ts'
import { createAudit } from './staff/audit.ts'
import { createCannedReplies } from './staff/canned-replies.ts'
import { createKeptAnswers } from './staff/kept-answers.ts'
import { createPresence } from './staff/presence.ts'
import { createSignInCodes } from './staff/sign-in-codes.ts'
import { createStaffTokens } from './staff/staff-tokens.ts'
import { createWebhookStore } from './webhooks/webhook-store.ts'
import { createGuestLinks } from './tickets/guest-links.ts'
import { createTicketStore } from './tickets/store/sql-ticket-store.ts'
import { within } from './util/within.ts'

export type Platform = {
  /** Epoch milliseconds. */
  clock: () => number
  /** Migrated. */
  database: Database
  storage: Storage
  config: Pick<
    Config,
    | 'identityKeys'
    | 'identityIssuer'
    | 'staffTokens'
    | 'allowedOrigins'
    | 'demo'
    | 'logLevel'
    | 'limits'
    | 'publicOrigin'
  >
  policy: SupportPolicy
  /** None where it is left out. */
  ownWords?: OwnWords
  log: Log
  sendsMail: boolean
  addressOf: (c: Context) => string
  isEnding: () => boolean
  /** Whether work goes on after the request that began it: true unless told. */
  hasBackground?: boolean
  /** Where limits are counted over all processes; in memory unless told. */
  openSharedLimits?: OpenWindow
  /** Looks at what is uploaded. */
  scan?: Scan | undefined
  /** How forms and texts are read and pictures cleaned: here, unless the platform has another place for it. */
  readForm?: ReadForm
  cleanPicture?: CleanPicture
  readBlocks?: ReadBlocks
  /** How the search index is built and read: here, unless the platform has another place for it. */
  indexing?: (library: ArticleLibrary) => Indexing
  residentMemory?: Gauges['residentMemory']
}

const readyMs = 2_000

/** What reads texts comes with what reads whole documentations: a platform that reads elsewhere needs none of it here. */
const readBlocksHere: ReadBlocks = async (text) => (await import('./articles/staff-blocks.ts')).readBlocks(text)

/** Everything the app is given. */
export function createDeps(platform: Platform): Deps {
  const { clock, database, storage, config, policy, log, sendsMail, addressOf, isEnding, residentMemory } = platform
  const articles = createLibrary(storage, { clock })
  const learning = createLearning(database, {
    clock,
    keptMs: policy.retention.questionsDays * 86_400_000,
    hasBackground: platform.hasBackground ?? true,
    onLost: (error) => log.warn({ reason: String(error) }, 'suggestion events were lost'),
    onStale: (error) => log.warn({ reason: String(error) }, 'what staff answered with is not read anew'),
  })
  const { record, links, flush, openedOn } = learning
  const staffTokens = createStaffTokens(database, {
    clock,
    newId,
    isForgetful: config.demo,
    bootstrap: config.staffTokens,
  })
  const queryIds = createQueryIds({ secret: secretOf(config.identityKeys), newId })
  const suggestions = createSuggestions({
    library: articles,
    ...(platform.indexing && { indexing: platform.indexing(articles) }),
    clock,
    queryIds,
    record,
    links,
    openedOn,
  })
  const outbox = createOutbox(database, { clock })
  const tickets = createTicketStore(database)
  const presence = createPresence(storage, { clock })
  const waitMs = policy.retention.uploadsHours * 3_600_000
  const attachments = createAttachments(storage, {
    clock,
    newId,
    waitMs,
    scan: platform.scan,
    clean: platform.cleanPicture,
  })
  return {
    clock,
    newId,
    policy,
    speech: createSpeech(platform.ownWords ?? noOwnWords),
    tickets,
    staffTokens,
    signInCodes: createSignInCodes(),
    agents: createAgents(staffTokens, policy, clock),
    audit: createAudit(database, { clock }),
    webhooks: createWebhookStore(database, { clock, newId }),
    replies: createCannedReplies(database, { clock }),
    answers: createKeptAnswers(database, { clock }),
    presence,
    articles,
    readBlocks: platform.readBlocks ?? readBlocksHere,
    suggestions,
    lexiconProposals: createLexiconProposals(storage, { library: articles, endings: learning.endings }),
    learning,
    reports: createReports(database, { policy, library: articles, clock, flush }),
    attachments,
    readForm: platform.readForm ?? readForm,
    tidy: createTidy(database, { clock, attachments, tickets, learning, presence, log }, policy.retention),
    builds: createBuildStore(storage, { clock }),
    identity: createIdentity({
      keys: config.identityKeys,
      issuer: config.identityIssuer,
      plans: Object.keys(policy.plans),
      clock,
    }),
    guestLinks: createGuestLinks(config.identityKeys, clock),
    tellsIdentity: config.demo || config.logLevel === 'debug',
    allowedOrigins: config.allowedOrigins,
    publicOrigin: config.publicOrigin,
    limits: createLimits({
      settings: config.limits,
      openShared: platform.openSharedLimits ?? createMemoryWindow,
      onTrouble: (error) => log.warn({ reason: String(error) }, 'limits are counted in memory'),
    }),
    receiptOf: createReceipts({ sendsMail, mayGo: createUnaskedLetters(database, { clock }), clock }),
    addressOf,
    ready: () => isReady({ database, storage, suggestions, log, clock }),
    isEnding,
    metrics: createMetrics({ outboxPending: () => outbox.pending(), ...(residentMemory && { residentMemory }) }),
    log,
  }
}

/** A row that says when it was last written; swept with the rest of its table. */
const proofOfWriting = (now: number) => ({
  sql: `insert into rate_limits (key, points, expire) values ('ready', 0, ${Math.floor(now)})
    on conflict (key) do update set expire = excluded.expire`,
  parameters: [],
})

type Readiness = { database: Database; storage: Storage; suggestions: Suggestions; log: Log; clock: () => number }

/** Able to read, to write and to answer from the help: a full disk or a lost index is no desk. */
async function isReady({ database, storage, suggestions, log, clock }: Readiness): Promise<boolean> {
  const asked = {
    database: () => database.batch([proofOfWriting(clock())]),
    storage: () => storage.hasItem('articles:current'),
    search: () => suggestions.ready(),
  }
  const answers = await Promise.allSettled(Object.values(asked).map((ask) => within<unknown>(readyMs, ask)))
  const silent = Object.keys(asked).filter((_, index) => answers[index]?.status === 'rejected')
  if (silent.length > 0) log.warn({ silent }, 'not ready')
  return silent.length === 0
}
