// What must hold of every JSON body before any schema sees it.
import { createMiddleware } from 'hono/factory'
import type { Context } from 'hono'
import { limits } from '@bilet/shared/limits'
import type { AppEnv } from './env.ts'
import { judgeJson } from './judge-json.ts'
import { Refusal } from './problem.ts'

const takesBody = new Set(['POST', 'PUT', 'PATCH'])

/**
 * Refuses bodies that are not JSON (415), do not parse (400), nest deeper or hold more values than such a body may, or
 * hold a reserved key (422). What it parsed is what the route validates: `JSON.parse` never meets a hostile depth.
 */
export const jsonBody = createMiddleware<AppEnv>(async (c, next) => {
  if (!takesBody.has(c.req.method) || isUpload(c.req.path) || isBare(c.req.path)) return next()
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) throw new Refusal('unsupported_media_type')
  const text = await textOf(c)
  const isTree = isArticle(c.req.path)
  if (depthOf(text) > (isTree ? limits.articleJsonDepth : limits.jsonDepth))
    throw new Refusal('invalid_body', { issues: [{ path: '', code: 'too_deep' }] })
  const body = parse(text)
  const issues = judgeJson(body, isTree ? limits.articleJsonValues : limits.jsonValues)
  if (issues.length > 0) throw new Refusal('invalid_body', { issues })
  c.req.bodyCache.json = Promise.resolve(body)
  await next()
})

/** Articles are trees: a link in a list in a list is that deep. Their own schema bounds their levels. */
const isArticle = (path: string) => path.startsWith('/v1/staff/articles/') || path === '/v1/staff/lexicon'

/** Acts that need no body: their path says all. */
const isBare = (path: string) =>
  /^\/v1\/staff\/(?:sign-in|.*\/(?:tags\/[^/]+|rotate|replay|accept|dismiss))$/.test(path)

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

/** Deepest nesting of brackets outside strings; linear, no recursion. */
function depthOf(json: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let i = 0; i < json.length; i++) {
    const char = json.charCodeAt(i)
    if (inString) {
      if (char === 92) i++
      else if (char === 34) inString = false
    } else if (char === 34) inString = true
    else if (char === 123 || char === 91) deepest = Math.max(deepest, ++depth)
    else if (char === 125 || char === 93) depth--
  }
  return deepest
}
