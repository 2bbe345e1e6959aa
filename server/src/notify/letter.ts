// A letter to an owner, before anything is known of how letters travel.
import type { Language } from '@bilet/shared/locale'

export type Letter = {
  /** One bare address. */
  to: string
  locale: Language
  subject: string
  paragraphs: string[]
  /** The same for every attempt at the same letter, so that a mailbox can tell a repeat. */
  id: string
  /** What letters about one ticket have in common. */
  thread: string
  /** Sent by a machine, not on a person's behalf (RFC 3834). */
  automatic: boolean
}

/** Resolves to `refused` where the address will never take letters; rejects where another attempt may help. */
export type SendLetter = (letter: Letter) => Promise<'sent' | 'refused'>

export const toText = (paragraphs: readonly string[]) => `${paragraphs.join('\n\n')}\n`

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string) => text.replace(/[&<>"']/g, (char) => entities[char] ?? char)

/** The paragraphs as a page without pictures, links or styles of its own making. */
export function toHtml(paragraphs: readonly string[], locale: Language): string {
  const body = paragraphs.map((text) => `<p>${escape(text).replace(/\r?\n/g, '<br>')}</p>`).join('\n')
  return `<!doctype html>\n<html lang="${locale}"><body style="font:16px/1.5 sans-serif">\n${body}\n</body></html>\n`
}
