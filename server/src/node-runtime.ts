// What Node brings to the app: its storage by the settings, its clock, its randomness.
import { randomBytes } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { createLearning } from './articles/learning/learning.ts'
import { createLibrary } from './articles/library.ts'
import { createSuggestions } from './articles/suggestions.ts'
import { createAttachments } from './blobs/attachments.ts'
import { createStorage } from './blobs/storage.ts'
import type { Config } from './config.ts'
import { migrate } from './database/migrate.ts'
import { answers, openDatabase } from './database/open.ts'
import type { Deps } from './deps.ts'
import { clientAddress } from './http/address.ts'
import { createIdentity } from './http/identity.ts'
import { createNodeLog } from './node-log.ts'
import { startNotifying } from './notify/start-notifying.ts'
import { loadPolicy } from './policy-file.ts'
import { createReports } from './reports/reports.ts'
import { createStaffTokens } from './staff/staff-tokens.ts'
import { createTicketStore } from './tickets/sql-ticket-store.ts'

const newId = () => randomBytes(16).toString('base64url')

/** Everything open and ready, and how to close it. Rejects with one clear line for a setting or store that cannot be used. */
export async function openRuntime(config: Config): Promise<{ deps: Deps; close: () => Promise<void> }> {
  const clock = Date.now
  const policy = await loadPolicy(config.policyPath)
  const storage = await createStorage(config.storageUrl)
  const database = await openDatabase(config.databaseUrl)
  await migrate(database)
  const articles = createLibrary(storage, { clock })
  const staffTokens = createStaffTokens(database, { clock, newId, bootstrap: config.staffTokens })
  const log = createNodeLog(config.logLevel)
  const onTrouble = (error: unknown) => log.warn({ reason: String(error) }, 'suggestion events were lost')
  const learning = createLearning(database, { clock, onTrouble })
  const { record, links, flush } = learning
  const deps: Deps = {
    clock,
    newId,
    policy,
    tickets: createTicketStore(database, { newId }),
    staffTokens,
    articles,
    suggestions: createSuggestions({ library: articles, clock, newId, record, links }),
    learning,
    reports: createReports(database, { policy, library: articles, clock, flush }),
    attachments: createAttachments(storage, { clock, newId }),
    identity: createIdentity({ keys: config.identityKeys, issuer: config.identityIssuer, clock }),
    allowedOrigins: config.allowedOrigins,
    sendsMail: config.smtpUrl !== undefined,
    addressOf: addressBehind(new Set(config.trustedProxies)),
    ready: () => answers(database),
    log,
  }
  const notifying = await startNotifying(database, deps, config)
  const close = async () => {
    await notifying.stop()
    await learning.flush()
    await database.close()
    await storage.dispose()
  }
  return { deps, close }
}

const addressBehind = (trusted: ReadonlySet<string>) => (c: Context) =>
  clientAddress(getConnInfo(c).remote.address ?? '', c.req.header('x-forwarded-for'), trusted)
