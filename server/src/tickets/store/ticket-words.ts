// What a ticket is found by: stems, the same for what is stored and what is asked, on every engine.
import type { TicketEvent } from '@bilet/shared/ticket-events'
import type { TicketDraft } from '@bilet/shared/ticket'
import type { Requester } from '../ticket.ts'
import { normalize } from '../../search/text/normalize.ts'
import { storedStem } from '../../search/text/stem.ts'
import { writtenWords } from '../../search/text/tokenize.ts'
import { memoize } from '../../util/memoize.ts'

/** A tsvector holds at most 1 MB of words. */
const mostWords = 10_000

/** Words that are in every text and tell no ticket from another. */
const everywhere = new Set(
  'и в во не на с со я а то что как за по из у от до о но мы вы он она это к же бы ли і й у та що не на з a an the is in of to and'.split(
    ' ',
  ),
)

/**
 * The stem, or '' for what is no word to find by. Letters and digits only, whatever the language: no engine's tokenizer
 * then sees more than one word in it.
 */
const termOf = memoize((written) => {
  const word = normalize(written)
  return everywhere.has(word) ? '' : storedStem(word).replaceAll(/[^\p{L}\p{N}]/gu, '')
}, 10_000)

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

const shortestPhone = 10
/** Of a number written with and without its country or trunk prefix these are the same. */
const significantDigits = 9

const phonePattern = /\+?\d[\d\s().\u2010-\u2015-]{8,}\d/g

/** Telephone numbers of a text as words that no text can hold: the same however a number is written. */
function phonesIn(text: string): string[] {
  const digits = (text.match(phonePattern) ?? []).map((written) => written.replaceAll(/\D/g, ''))
  return digits
    .filter(({ length }) => length >= shortestPhone && length <= 15)
    .map((number) => `_tel_${number.slice(-significantDigits)}`)
}

/** What a question looks for: its telephone numbers, and the stems of the rest. */
export const questionWords = (question: string): string[] => [
  ...stemsOf([question.replaceAll(phonePattern, (written) => (phonesIn(written).length > 0 ? ' ' : written))]),
  ...phonesIn(question),
]

type Words = { draft: TicketDraft; requester: Pick<Requester, 'shop'> & Partial<Requester> }

/** Words of a ticket: what its owner wrote, who they are, and what was said since. */
export function ticketWords({ draft, requester }: Words, said: readonly string[]): string[] {
  const written = [draft.subject, draft.description, ...draft.steps]
  const who = [requester.email, requester.name, requester.shop].map((one) => one ?? '')
  const stems = stemsOf([...written, ...who])
  const others = [...written.flatMap(phonesIn), ...said]
  return others.length === 0 ? stems : distinct([...stems, ...others])
}

/** Words of messages and decisions after those that were there before. */
export function saidWords(before: readonly string[], events: readonly TicketEvent[]): string[] {
  const said = events.flatMap((event) => {
    if (event.kind === 'message') return event.text
    return event.kind === 'decision' ? (event.decision.text ?? []) : []
  })
  return distinct([...before, ...stemsOf(said), ...said.flatMap(phonesIn)])
}

const distinct = (words: readonly string[]) => [...new Set(words)].slice(0, mostWords)
