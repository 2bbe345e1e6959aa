import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import * as z from 'zod/mini'
import type { Caller } from '@bilet/shared/caller'
import { limits } from '@bilet/shared/limits'
import { AttachmentReply } from '@bilet/shared/replies'
import type { Context } from 'hono'
import type { Attachments, Stored } from '../attachments/attachments.ts'
import { contentDisposition } from '../attachments/file-name.ts'
import type { Deps } from '../deps.ts'
import { ownerOf, requireOwner, requireReader } from '../http/caller.ts'
import type { AppEnv } from '../http/env.ts'
import { spend } from '../http/limit-requests.ts'
import { Refusal } from '../http/problem.ts'
import { receiveFile } from '../http/upload-form.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import type { Limits } from '../limits/limits.ts'
import { isOwnPicture, ownerKey } from '../tickets/requester.ts'
import type { Owner } from '../tickets/ticket.ts'
import type { StoredEvent } from '../tickets/ticket-store.ts'
import { historyBackwards } from '../tickets/whole-history.ts'

const IdParam = z.strictObject({ id: z.string() })

/** Pictures of owners: uploaded before the ticket, read by their owner only. */
export const attachmentRoutes = ({ attachments, readParts, tickets, limits: quotas }: Deps) =>
  new Hono<AppEnv>()
    .post(
      '/attachments',
      describe({
        summary: 'Upload a picture',
        description: `PNG, JPEG or WebP, at most ${limits.fileBytes / 1024 / 1024} MB and ${limits.filePixels / 1e6} MP. Metadata is stripped.`,
        auth: 'owner',
        success: { status: 201, schema: AttachmentReply },
        problems: ['malformed_multipart', 'too_large', 'unsupported_media_type'],
      }),
      requireOwner,
      spendBytes(quotas),
      receiveFile(readParts),
      async (c) => c.json(await storeUpload(c, attachments, ownerKey(ownerOf(c))), 201),
    )
    .get(
      '/attachments/:id',
      describe({
        summary: "A picture's bytes",
        auth: 'owner_or_link',
        success: { status: 200, type: 'image/*' },
        problems: ['not_found'],
      }),
      requireReader,
      validate('param', IdParam),
      async (c) => {
        const stored = await attachments.find(c.req.valid('param').id)
        if (!stored || !(await mayRead(tickets, stored, c.get('caller')))) throw new Refusal('not_found')
        return sendAttachment(c, stored, await attachments.read(stored.attachment.id))
      },
    )

/** Their own pictures, and what the staff answered them with; a guest those of the ticket that they came to. */
async function mayRead(tickets: Deps['tickets'], stored: Stored, caller: Caller): Promise<boolean> {
  const { attachment, owner, heldBy, isPublic } = stored
  if (caller.kind === 'owner')
    return isOwnPicture(owner, caller) || (heldBy !== undefined && isPublic === true && isOwnPicture(heldBy, caller))
  if (caller.ticketId === undefined) return false
  const isShown = ({ event }: StoredEvent) =>
    event.kind === 'message' && event.visibility === 'public' && event.attachments.includes(attachment.id)
  for await (const events of historyBackwards(tickets, caller.ticketId)) if (events.some(isShown)) return true
  return false
}

/** What an owner uploads in a day is told by the header: a body without one is counted as the largest. */
const spendBytes = (quotas: Limits) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const points = Math.min(Number(c.req.header('content-length')) || limits.fileBytes, limits.fileBytes)
    await spend(c, quotas, { name: 'ownerUploadBytes', key: ownerKey(ownerOf(c)).requesterId, points })
    await next()
  })

/** Stores the picture of this request as the uploader's, or refuses it. */
export async function storeUpload(
  c: Context<AppEnv>,
  attachments: Pick<Attachments, 'put'>,
  uploader: Owner,
): Promise<AttachmentReply> {
  const { bytes, name } = c.get('file')
  const result = await attachments.put(bytes, name, uploader)
  if (result.outcome === 'stored') return result.attachment
  if (result.code === 'unsupported_media_type' || result.code === 'too_large') throw new Refusal(result.code)
  throw new Refusal('invalid_body', { issues: [{ path: 'file', code: result.code }] })
}

/** Bytes that no browser will run or show in place: a download, sniffing off, sandboxed. */
export function sendAttachment(c: Context, { attachment }: Stored, bytes: Uint8Array<ArrayBuffer> | null): Response {
  if (!bytes) throw new Refusal('not_found')
  return c.body(bytes, 200, {
    'Content-Type': attachment.type,
    'Content-Disposition': contentDisposition(attachment.name),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'private, max-age=31536000, immutable',
  })
}
