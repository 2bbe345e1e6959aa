// Letters by SMTP. Node only.
import { createTransport } from 'nodemailer'
import { toHtml, toText } from './letter.ts'
import type { Letter, SendLetter } from './letter.ts'
import { headersOf } from './letter-headers.ts'

// Together well under the minute that an outbox item is held for: a letter that hangs must fail before another process
// takes it up.
const timeouts = { dnsTimeout: 5_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000 }

/**
 * Sends through the server of a URL, `smtp://user:password@host:587` or `smtps://…`. `from` is an address, with or
 * without a name; by default the URL's user where that is an address, else `bilet@host`.
 */
export function createSmtp({ url, from = senderOf(url) }: { url: string; from?: string | undefined }): SendLetter {
  const transport = createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true })
  return async (letter) => {
    try {
      await transport.sendMail(toMessage(letter, from))
      return 'sent'
    } catch (error) {
      if (isRefused(error)) return 'refused'
      throw error
    }
  }
}

function senderOf(url: string): string {
  const { username, hostname } = new URL(url)
  const user = decodeURIComponent(username)
  return user.includes('@') ? user : `bilet@${hostname}`
}

const toMessage = (letter: Letter, from: string) => ({
  from,
  // An object is one address: a text would be read as a list of them.
  to: { name: '', address: letter.to },
  subject: letter.subject,
  text: toText(letter.paragraphs),
  html: toHtml(letter.paragraphs, letter.locale),
  headers: headersOf(letter, from),
})

/** Whether the server said for good that this address takes no letters (RFC 5321, 4.2.1). */
function isRefused(error: unknown): boolean {
  if (!(error instanceof Error) || !('command' in error) || !('responseCode' in error)) return false
  return error.command === 'RCPT TO' && Number(error.responseCode) >= 500
}
