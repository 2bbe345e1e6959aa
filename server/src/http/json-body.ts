// What must hold of every JSON body before any schema sees it.
import { createMiddleware } from 'hono/factory'
import type { Context } from 'hono'
import { limits } from '@bilet/shared/limits'
import type { AppEnv } from './env.ts'
import { measureJson } from './measure-json.ts'
import type { Bounds } from './measure-json.ts'
import { Refusal } from './problem.ts'
import { reservedKeys } from './reserved-keys.ts'

const takesBody = new Set(['POST', 'PUT', 'PATCH'])

const boundsOfDraft: Bounds = { depth: limits.jsonDepth, values: limits.jsonValues }
/** Articles are trees: a link in a list in a list is that deep. Their own schema bounds their levels. */
const boundsOfTree: Bounds = { depth: limits.articleJsonDepth, values: limits.articleJsonValues }

/**
 * Refuses bodies that are not JSON (415), do not parse (400), nest deeper or hold more values than such a body may, or
 * hold a reserved key (422). What it parsed is what the route validates: `JSON.parse` never meets a hostile depth, nor a
 * schema a quarter of a million elements.
 */
export const jsonBody = createMiddleware<AppEnv>(async (c, next) => {
  if (!takesBody.has(c.req.method) || isUpload(c.req.path) || isBare(c.req.path)) return next()
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) throw new Refusal('unsupported_media_type')
  const text = await textOf(c)
  const tooMuch = measureJson(text, isTree(c.req.path) ? boundsOfTree : boundsOfDraft)
  if (tooMuch) throw new Refusal('invalid_body', { issues: [tooMuch] })
  const body = parse(text)
  const issues = reservedKeys(body)
  if (issues.length > 0) throw new Refusal('invalid_body', { issues })
  // The library would parse the text once more.
  Object.assign(c.req, { json: () => Promise.resolve(body) })
  await next()
})

const isTree = (path: string) => path.startsWith('/v1/staff/articles/') || path === '/v1/staff/lexicon'

/**
 * Acts that need no body: their path says all. Whole paths, since an article or a reply may have any of their last words
 * for its id.
 */
const isBare = (path: string) =>
  /^\/v1\/staff\/(?:sign-in|tickets\/[^/]+\/tags\/[^/]+|webhooks\/[^/]+\/rotate|webhooks\/[^/]+\/deliveries\/[^/]+\/replay|lexicon\/proposals\/[^/]+\/(?:accept|dismiss))$/.test(
    path,
  )

/** Forms with a file: everything else is JSON. */
export const isUpload = (path: string) => path === '/v1/attachments' || path === '/v1/staff/attachments'

/** A body that its client broke off is no JSON, and no fault of ours. */
const textOf = (c: Context) =>
  c.req.text().catch(() => {
    throw new Refusal('malformed_json')
  })

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('malformed_json')
  }
}
