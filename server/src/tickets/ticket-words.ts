// What a ticket is found by: stems, the same for what is stored and what is asked, on every engine.
import type { TicketEvent } from '@bilet/shared/ticket-events'
import type { TicketDraft } from '@bilet/shared/ticket'
import { stem } from '../articles/search/text/stem.ts'
import { tokenize } from '../articles/search/text/tokenize.ts'

/** A tsvector holds at most 1 MB of words. */
const mostWords = 10_000

/** Letters and digits only, whatever the language: no engine's tokenizer then sees more than one word in it. */
const bare = (word: string) => word.replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Distinct stems of the texts, in order of first appearance. */
export function stemsOf(texts: readonly string[]): string[] {
  const stems = new Set<string>()
  for (const text of texts)
    for (const { word } of tokenize(text)) {
      const term = bare(stem(word))
      if (term !== '') stems.add(term)
      if (stems.size === mostWords) return [...stems]
    }
  return [...stems]
}

/** Stems of a ticket: what its owner wrote, and every message since. */
export function ticketWords(draft: TicketDraft, events: readonly TicketEvent[]): string[] {
  const messages = events.flatMap((event) => (event.kind === 'message' ? event.text : []))
  const decisions = events.flatMap((event) => (event.kind === 'decision' ? (event.decision.text ?? []) : []))
  return stemsOf([draft.subject, draft.description, ...draft.steps, ...messages, ...decisions])
}
