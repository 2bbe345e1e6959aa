// `Idempotency-Key` on what staff do beside tickets: replies, tokens, articles, webhooks, persons, pictures.
import { createMiddleware } from 'hono/factory'
import type { Context } from 'hono'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { KeptAnswers } from '../staff/kept-answers.ts'
import { seal, unseal } from '../staff/sealed.ts'
import { fingerprint } from '../tickets/fingerprint.ts'
import { bearer } from './caller.ts'
import type { AppEnv } from './env.ts'
import { optionalKey } from './idempotency.ts'
import { isUpload } from './json-body.ts'
import { Refusal } from './problem.ts'

/** A repeat that comes while the first is still at work looks again this often, and gives up then. */
const lookEveryMs = 50
const mostLooks = 200

type Answer = { status: 200 | 201 | 204; type: string | null; body: string }

/**
 * Done once for its key: the same request again, by the same token, is given the same answer with `Idempotent-Replay`.
 * Without a key it is done each time. Stands behind what says who may.
 */
export const once = (answers: KeptAnswers) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const key = optionalKey(c)
    if (key === null) return next()
    const act = JSON.stringify([c.req.method, c.req.path, c.get('staff').id, key])
    const name = bytesToHex(sha256(utf8ToBytes(act)))
    const secret = `${bearer(c)} ${act}`
    const before = await claim(answers, name, fingerprint(await sentBy(c)))
    if (before !== null) {
      const { status, type, body }: Answer = JSON.parse(await unseal(before, secret))
      c.header('Idempotent-Replay', 'true')
      return c.newResponse(status === 204 ? null : body, status, type === null ? {} : { 'Content-Type': type })
    }
    await next()
    if (!c.res.ok) return answers.release(name)
    const { status, headers } = c.res
    const answer = { status, type: headers.get('content-type'), body: await c.res.clone().text() }
    return answers.keep(name, await seal(JSON.stringify(answer), secret))
  })

/** What was answered under this name with the same body; null where the act is this request's to do. */
async function claim(answers: KeptAnswers, name: string, print: string): Promise<string | null> {
  for (let look = 0; look < mostLooks; look++) {
    const kept = await answers.claim(name, print)
    if (kept === null) return null
    if (kept.fingerprint !== print) throw new Refusal('idempotency_key_reused')
    if (kept.answer !== null) return kept.answer
    await new Promise((done) => setTimeout(done, lookEveryMs))
  }
  throw new Refusal('unavailable', { headers: { 'Retry-After': '5' } })
}

/** What tells one body from another; the boundary of a form does not. */
async function sentBy(c: Context<AppEnv>): Promise<unknown> {
  if (isUpload(c.req.path)) {
    const { name, sha256: bytes } = c.get('file')
    return [name, bytes]
  }
  const text = c.req.method === 'DELETE' ? '' : await c.req.text()
  return text === '' ? null : readable(text)
}

/** Acts that need no body are sent anything: what is no JSON tells itself apart as it is. */
function readable(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
