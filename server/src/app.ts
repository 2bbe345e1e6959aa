// The whole HTTP surface over what it is given. Runs the same on Node and on the edge.
import { Hono } from 'hono'
import { limits } from '@bilet/shared/limits'
import type { Deps } from './deps.ts'
import { identifyCaller } from './http/caller.ts'
import type { AppEnv } from './http/env.ts'
import { KnownPaths } from './http/known-paths.ts'
import { isUpload, jsonBody } from './http/json-body.ts'
import { countSubmissions } from './http/count-submissions.ts'
import { limitBody } from './http/limit-body.ts'
import { limitAddress, limitRequests } from './http/limit-requests.ts'
import { checkOrigin } from './http/origin.ts'
import { noRoute } from './http/no-route.ts'
import { oneHost } from './http/one-host.ts'
import { onError } from './http/problem.ts'
import { refuseAddress } from './http/refuse-address.ts'
import { requestContext } from './http/request-context.ts'
import { awaitSignIn, identifyStaff } from './http/staff-caller.ts'
import { usualHeaders } from './http/usual-headers.ts'
import { articlePictureRoutes } from './routes/article-pictures.ts'
import { articleRoutes } from './routes/articles.ts'
import { attachmentRoutes } from './routes/attachments.ts'
import { operationsRoutes } from './routes/operations.ts'
import { referenceRoutes } from './routes/reference.ts'
import { staffAuditRoutes } from './routes/staff-audit.ts'
import { staffReplyRoutes } from './routes/staff-replies.ts'
import { staffArticleRoutes } from './routes/staff-articles.ts'
import { staffDeskRoutes } from './routes/staff-desk.ts'
import { staffEventRoutes } from './routes/staff-events.ts'
import { staffExportRoutes } from './routes/staff-export.ts'
import { staffFileRoutes } from './routes/staff-files.ts'
import { staffLexiconRoutes } from './routes/staff-lexicon.ts'
import { staffPresenceRoutes } from './routes/staff-presence.ts'
import { staffReportRoutes } from './routes/staff-reports.ts'
import { staffQueueRoutes } from './routes/staff-queue.ts'
import { staffRequesterRoutes } from './routes/staff-requesters.ts'
import { staffOpeningRoutes } from './routes/staff-openings.ts'
import { staffSignInRoutes } from './routes/staff-sign-in.ts'
import { staffTagRoutes } from './routes/staff-tags.ts'
import { staffTicketRoutes } from './routes/staff-tickets.ts'
import { staffTokenRoutes } from './routes/staff-tokens.ts'
import { staffWebhookRoutes } from './routes/staff-webhooks.ts'
import { supportRoutes } from './routes/support.ts'
import { ticketRoutes } from './routes/tickets.ts'

/** Room for the form around a file. */
const multipartBytes = limits.fileBytes + 64 * 1024

/** The widget's side: an owner with an identity token, or a guest. */
const createWidgetApi = (deps: Deps) =>
  new Hono<AppEnv>()
    .route('/', supportRoutes(deps))
    .route('/', articleRoutes(deps))
    .route('/', articlePictureRoutes(deps))
    .route('/', attachmentRoutes(deps))
    .route('/', ticketRoutes(deps))

/** The staff's side: every call bears a staff token. */
const createStaffApi = (deps: Deps) =>
  new Hono<AppEnv>()
    .route('/', staffSignInRoutes(deps))
    .route('/', staffQueueRoutes(deps))
    .route('/', staffOpeningRoutes(deps))
    .route('/', staffTagRoutes(deps))
    .route('/', staffTicketRoutes(deps))
    .route('/', staffDeskRoutes(deps))
    .route('/', staffPresenceRoutes(deps))
    .route('/', staffEventRoutes(deps))
    .route('/', staffExportRoutes(deps))
    .route('/', staffFileRoutes(deps))
    .route('/', staffRequesterRoutes(deps))
    .route('/', staffReportRoutes(deps))
    .route('/', staffArticleRoutes(deps))
    .route('/', staffLexiconRoutes(deps))
    .route('/', staffTokenRoutes(deps))
    .route('/', staffReplyRoutes(deps))
    .route('/', staffWebhookRoutes(deps))
    .route('/', staffAuditRoutes(deps))

/** The app; every refusal is a problem (RFC 9457). */
export function createApp(deps: Deps) {
  const caller = identifyCaller({
    verify: deps.identity,
    guestLinks: deps.guestLinks,
    meet: (owner) => deps.tickets.adopt(owner),
    isTelling: deps.tellsIdentity,
    limits: deps.limits,
  })
  const staff = identifyStaff(deps.staffTokens, deps.limits, deps.clock)
  const app = new Hono<AppEnv>({ router: new KnownPaths() })
  app.onError(onError)
  app.notFound(noRoute(app))
  app.use(requestContext(deps))
  app.use(oneHost)
  app.on('POST', '/v1/tickets', countSubmissions(deps.metrics))
  for (const path of ['/v1/*', ...operationsPaths]) app.use(path, usualHeaders)
  app.use('/v1/*', checkOrigin({ origins: deps.allowedOrigins, publicOrigin: deps.publicOrigin }))
  app.use('/v1/*', (c, next) => (isUpload(c.req.path) ? limitForm(c, next) : limitJson(c, next)))
  app.use('/v1/staff/sign-in', awaitSignIn)
  app.use('/v1/*', (c, next) => {
    if (c.req.path === '/v1/staff/sign-in') return next()
    return c.req.path.startsWith('/v1/staff/') ? staff(c, next) : caller(c, next)
  })
  app.use('/v1/*', limitRequests(deps.limits))
  app.use('/v1/*', refuseAddress)
  app.use('/v1/*', jsonBody)
  for (const path of operationsPaths) app.use(path, limitAddress(deps.limits, 'operations'))
  return app
    .route('/', operationsRoutes(deps))
    .route('/', referenceRoutes(app, deps.policy, deps.speech))
    .route('/v1/staff', createStaffApi(deps))
    .route('/v1', createWidgetApi(deps))
}

const operationsPaths = ['/healthz', '/readyz', '/metrics', '/openapi.json', '/docs/*', '/docs.css']

const limitJson = limitBody(limits.jsonBytes, 'malformed_json')
const limitForm = limitBody(multipartBytes, 'malformed_multipart')

/** What the widget's typed client is made of: types only ever leave the server. */
export type Api = ReturnType<typeof createApp>
