// What every letter carries besides its words, whoever carries it.
import type { Letter } from './letter.ts'

/** The domain of a sender, `Desk <help@desk.example>` or the bare address. */
const domainOf = (from: string) => /@([^@>\s]+)>?$/.exec(from)?.[1] ?? 'localhost'

/** Letters about one ticket answer one another (RFC 5322); what no person wrote says so (RFC 3834). */
export function headersOf({ id, thread, locale, automatic }: Letter, from: string): Record<string, string> {
  const domain = domainOf(from)
  return {
    'Message-ID': `<${id}@${domain}>`,
    'In-Reply-To': `<ticket-${thread}@${domain}>`,
    References: `<ticket-${thread}@${domain}>`,
    'Content-Language': locale,
    ...(automatic && { 'Auto-Submitted': 'auto-generated' }),
  }
}
