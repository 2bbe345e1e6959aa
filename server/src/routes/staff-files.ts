import { Hono } from 'hono'
import * as z from 'zod/mini'
import { AttachmentReply } from '@bilet/shared/replies'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { Refusal } from '../http/problem.ts'
import { once } from '../http/once.ts'
import { requireScope } from '../http/staff-caller.ts'
import { receiveFile } from '../http/upload-form.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import { staffUploader } from '../tickets/staff-pictures.ts'
import { sendAttachment, storeUpload } from './attachments.ts'

/** Pictures: owners', and the staff's own for their answers. */
export const staffFileRoutes = ({ attachments, readForm, answers }: Deps) =>
  new Hono<AppEnv>()
    .post(
      '/attachments',
      describe({
        summary: 'Upload a picture for an answer',
        description: `PNG, JPEG or WebP, as owners do. It may be sent in tickets of one owner, and is forgotten after a month if it is not.`,
        auth: 'staff:write',
        success: { status: 201, schema: AttachmentReply },
        refused: ['one_file_required', 'unknown_field', 'malformed_image', 'infected', 'too_many_pixels'],
        problems: ['malformed_multipart', 'too_large', 'unsupported_media_type'],
        idempotent: 'optional',
      }),
      requireScope('write'),
      receiveFile(readForm),
      once(answers),
      async (c) => c.json(await storeUpload(c, attachments, staffUploader(c.get('staff').id)), 201),
    )
    .get(
      '/attachments/:id',
      describe({
        summary: "A picture's bytes",
        auth: 'staff:read',
        success: { status: 200, type: 'image/*' },
        problems: ['not_found'],
      }),
      requireScope('read'),
      validate('param', z.strictObject({ id: z.string() })),
      async (c) => {
        const stored = await attachments.find(c.req.valid('param').id)
        if (!stored) throw new Refusal('not_found')
        return sendAttachment(c, stored, await attachments.read(stored.attachment.id))
      },
    )
