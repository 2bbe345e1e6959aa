import { Hono } from 'hono'
import type { Caller } from '@bilet/shared/caller'
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import { limits } from '@bilet/shared/limits'
import { AttachmentReply } from '@bilet/shared/replies'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Attachments, Stored } from '../attachments/attachments.ts'
import { contentDisposition } from '../attachments/file-name.ts'
import type { Deps } from '../deps.ts'
import { addressGroup } from '../http/address-group.ts'
import { ownerOf, requireReader } from '../http/caller.ts'
import type { AppEnv } from '../http/env.ts'
import { IdParam } from '../http/id-param.ts'
import { spend } from '../http/limit-requests.ts'
import { Refusal } from '../http/problem.ts'
import { receiveFile } from '../http/upload-form.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import type { Limits } from '../limits/limits.ts'
import type { LimitName } from '../limits/rules.ts'
import { anyGuest, isOwnPicture, ownerKey } from '../tickets/requester.ts'
import type { Owner } from '../tickets/ticket.ts'
import type { StoredEvent } from '../tickets/ticket-store.ts'
import { historyBackwards } from '../tickets/whole-history.ts'

/** Pictures of owners: uploaded before the ticket, read by their owner only. */
export const attachmentRoutes = ({ attachments, readForm, tickets, policy, limits: quotas }: Deps) =>
  new Hono<AppEnv>()
    .post(
      '/attachments',
      describe({
        summary: 'Upload a picture',
        description: `PNG, JPEG or WebP, at most ${limits.fileBytes / 1024 / 1024} MB and ${limits.filePixels / 1e6} MP. Metadata is stripped. Of a guest only where the policy allows it (\`guest.pictures\`).`,
        auth: 'owner_or_guest',
        success: { status: 201, schema: AttachmentReply },
        refused: ['one_file_required', 'unknown_field', 'malformed_image', 'infected', 'too_many_pixels'],
        problems: ['malformed_multipart', 'too_large', 'unsupported_media_type'],
      }),
      requireUploader(policy),
      spendBytes(quotas),
      receiveFile(readForm),
      async (c) => c.json(await storeUpload(c, attachments, keyOf(c.get('caller'))), 201),
    )
    .delete(
      '/attachments/:id',
      describe({
        summary: 'Forget a picture that is in no ticket',
        description: 'For one that was changed or taken off after it had been uploaded: nothing of it stays.',
        auth: 'owner_or_guest',
        success: { status: 204 },
        problems: ['not_found'],
      }),
      requireUploader(policy),
      validate('param', IdParam),
      async (c) => {
        const { id } = c.req.valid('param')
        const stored = await attachments.find(id)
        const isFree = stored && isOwnPicture(stored.owner, c.get('caller')) && !stored.heldBy
        if (!isFree || (await tickets.hasAttachment(stored.owner, id))) throw new Refusal('not_found')
        await attachments.remove(id)
        return c.body(null, 204)
      },
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

/** Lets pass whoever may give pictures: owners, and guests where the policy says so. */
const requireUploader = ({ guest }: Pick<SupportPolicy, 'guest'>) =>
  createMiddleware<AppEnv>(async (c, next) => {
    if (!guest.pictures) ownerOf(c)
    await next()
  })

const keyOf = (caller: Caller): Owner => (caller.kind === 'owner' ? ownerKey(caller) : anyGuest)

/** What an upload is counted by: the person, or a guest's address. */
const quotaOf = (caller: Caller, address: string): { name: LimitName; key: string } =>
  caller.kind === 'owner'
    ? { name: 'ownerUploadBytes', key: ownerKey(caller).requesterId }
    : { name: 'guestUploadBytes', key: addressGroup(address) }

/** Their own pictures, and what the staff answered them with; a guest those of the ticket that they came to. */
async function mayRead(tickets: Deps['tickets'], stored: Stored, caller: Caller): Promise<boolean> {
  const { attachment, owner, heldBy, isPublic } = stored
  if (caller.kind === 'owner')
    return isOwnPicture(owner, caller) || (heldBy !== undefined && isPublic === true && isOwnPicture(heldBy, caller))
  if (caller.ticketId === undefined) return false
  const ticket = await tickets.find(caller.ticketId)
  if (ticket?.draft.screenshot.attachments.includes(attachment.id)) return true
  const isShown = ({ event }: StoredEvent) =>
    event.kind === 'message' && event.visibility === 'public' && event.attachments.includes(attachment.id)
  for await (const events of historyBackwards(tickets, caller.ticketId)) if (events.some(isShown)) return true
  return false
}

/** What is uploaded in a day is told by the header: a body without one is counted as the largest. */
const spendBytes = (quotas: Limits) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const points = Math.min(Number(c.req.header('content-length')) || limits.fileBytes, limits.fileBytes)
    await spend(c, quotas, { ...quotaOf(c.get('caller'), c.get('address')), points })
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
  // Two may sign in at one browser, one after the other: what it kept for the first is not the second's.
  c.header('Vary', 'Authorization', { append: true })
  return c.body(bytes, 200, {
    'Content-Type': attachment.type,
    'Content-Disposition': contentDisposition(attachment.name),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'private, max-age=31536000, immutable',
  })
}
