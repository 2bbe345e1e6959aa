// Letters by a mail service's HTTP interface, on Node and on the edge: one request a letter, as Resend takes them
// (https://resend.com/docs/api-reference/emails/send-email) and whoever speaks the same.
import * as z from 'zod/mini'
import { toHtml, toText } from './letter.ts'
import type { Letter, SendLetter } from './letter.ts'
import { headersOf } from './letter-headers.ts'

export type MailService = { url: string; key: string; from: string }

/** Well under the minute that an outbox item is held for: a letter that hangs must fail before another takes it up. */
const longestMs = 15_000

/**
 * Posts to the service. The key of a letter is the same at every attempt, so that a service which keeps keys sends it
 * once. Redirects are not followed: they would carry the service's key elsewhere.
 */
export function createMailService({ url, key, from }: MailService, { patienceMs = longestMs } = {}): SendLetter {
  return async (letter) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${key}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': letter.id,
      },
      body: JSON.stringify(toMessage(letter, from)),
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    })
    const trouble = response.ok ? undefined : await troubleOf(response)
    if (response.ok || isSentBefore(trouble)) return 'sent'
    if (isRefused(response.status, trouble)) return 'refused'
    throw Object.assign(new Error('the mail service refused'), { code: 'EMAIL', responseCode: response.status })
  }
}

const toMessage = (letter: Letter, from: string) => ({
  from,
  to: [letter.to],
  subject: letter.subject,
  text: toText(letter.paragraphs),
  html: toHtml(letter.paragraphs, letter.locale),
  headers: headersOf(letter, from),
})

const Trouble = z.object({ name: z.string(), message: z.string() })
type Trouble = z.infer<typeof Trouble> | undefined

async function troubleOf(response: Response): Promise<Trouble> {
  return Trouble.safeParse(await response.json().catch(() => undefined)).data
}

/** A letter with this key went before, and its words have changed since. */
const isSentBefore = (trouble: Trouble) => trouble?.name === 'invalid_idempotent_request'

/** Whether this address will never do. What else is wrong with a request is the desk's own mistake, which may be mended. */
const isRefused = (status: number, trouble: Trouble) =>
  (status === 400 || status === 422) && trouble?.name === 'validation_error' && /`to`/.test(trouble.message)
