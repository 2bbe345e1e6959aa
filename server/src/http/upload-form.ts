// The one file of a multipart form.
import * as z from 'zod/mini'
import { limits } from '@bilet/shared/limits'
import { createMiddleware } from 'hono/factory'
import type { Context } from 'hono'
import { document } from '../openapi/operation.ts'
import type { AppEnv } from './env.ts'
import { callerOf } from './limit-requests.ts'
import { boundaryOf } from './multipart.ts'
import type { DigestedPart, ReadForm } from './multipart.ts'
import { Refusal } from './problem.ts'
import { readBytes } from './read-bytes.ts'
import type { UploadedFile } from './uploaded-file.ts'

/** As many pictures as a ticket holds. All read one after another: whoever sends more at once keeps the others out. */
const mostAtOnce = limits.attachments

/**
 * Sets `file`, to give away: the file of a form whose only field is `file`. Refuses anything else, and of one caller what
 * comes while so many of theirs are on their way.
 */
export function receiveFile(readForm: ReadForm) {
  const underWay = new Map<string, number>()
  const count = (key: string, more: number) => {
    const now = (underWay.get(key) ?? 0) + more
    if (now > 0) underWay.set(key, now)
    else underWay.delete(key)
    return now
  }
  return document(
    createMiddleware<AppEnv>(async (c, next) => {
      const { who, key } = callerOf(c)
      const mine = `${who} ${key}`
      try {
        if (count(mine, 1) > mostAtOnce) throw new Refusal('rate_limited', { headers: { 'Retry-After': '1' } })
        c.set('file', await fileOf(c, readForm))
        await next()
      } finally {
        count(mine, -1)
      }
    }),
    { request: { target: 'form', schema: z.strictObject({ file: z.file() }) } },
  )
}

async function fileOf(c: Context, readForm: ReadForm): Promise<UploadedFile> {
  const parts = await partsOf(c, readForm)
  const unknown = parts.filter(({ name }) => name !== 'file')
  if (unknown.length > 0)
    throw new Refusal('invalid_body', { issues: unknown.map(({ name }) => ({ path: name, code: 'unknown_field' })) })
  const [file, ...more] = parts
  if (file?.fileName === undefined || more.length > 0)
    throw new Refusal('invalid_body', { issues: [{ path: 'file', code: 'one_file_required' }] })
  return { name: file.fileName, bytes: file.body, sha256: file.sha256 }
}

const malformed = () => {
  throw new Refusal('malformed_multipart')
}

async function partsOf(c: Context, readForm: ReadForm): Promise<DigestedPart[]> {
  const type = c.req.header('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new Refusal('unsupported_media_type')
  const boundary = boundaryOf(type)
  // A body that its client broke off is no form, and no fault of ours.
  const bytes = await readBytes(c).catch(malformed)
  return (boundary !== undefined && (await readForm(bytes, boundary))) || malformed()
}
