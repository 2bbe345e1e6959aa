// What a ticket is found by: stems, the same for what is stored and what is asked, on every engine.
import type { TicketEvent } from '@bilet/shared/ticket-events'
import type { TicketDraft, TicketStatus } from '@bilet/shared/ticket'
import { normalize } from '../../search/text/normalize.ts'
import { stem } from '../../search/text/stem.ts'
import { writtenWords } from '../../search/text/tokenize.ts'

/** A tsvector holds at most 1 MB of words. */
const mostWords = 10_000

/** Words that are in every text and tell no ticket from another. */
const everywhere = new Set(
  'и в во не на с со я а то что как за по из у от до о но мы вы он она это к же бы ли і й у та що не на з a an the is in of to and'.split(
    ' ',
  ),
)

const remembered = new Map<string, string>()
const rememberedMost = 20_000

/**
 * The stem, or '' for what is no word to find by. Letters and digits only, whatever the language: no engine's tokenizer
 * then sees more than one word in it.
 */
function termOf(written: string): string {
  const known = remembered.get(written)
  if (known !== undefined) return known
  const word = normalize(written)
  const term = everywhere.has(word) ? '' : stem(word).replaceAll(/[^\p{L}\p{N}]/gu, '')
  if (remembered.size >= rememberedMost) remembered.clear()
  remembered.set(written, term)
  return term
}

/** A status as a word that no text can hold: stems are letters and digits. */
export const statusWord = (status: TicketStatus) => `_status_${status}`

/** Distinct stems of the texts, in order of first appearance. */
export function stemsOf(texts: readonly string[]): string[] {
  const stems = new Set<string>()
  for (const text of texts)
    for (const written of writtenWords(text)) {
      const term = termOf(written)
      if (term !== '') stems.add(term)
      if (stems.size === mostWords) return [...stems]
    }
  return [...stems]
}

/** Stems of a ticket: what its owner wrote, and every message and decision since. */
export function ticketWords(draft: TicketDraft, events: readonly TicketEvent[]): string[] {
  const said = events.flatMap((event) => {
    if (event.kind === 'message') return event.text
    return event.kind === 'decision' ? (event.decision.text ?? []) : []
  })
  return stemsOf([draft.subject, draft.description, ...draft.steps, ...said])
}
