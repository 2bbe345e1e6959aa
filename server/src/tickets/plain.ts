// What strangers wrote, as staff read it: every word is there, and nothing that makes a line look like another.
import type { Actor } from '@bilet/shared/ticket-events'
import type { Environment, TicketDraft } from '@bilet/shared/ticket'
import type { Requester } from './ticket.ts'

/** Controls, which a terminal acts upon, but for the ends of lines; marks that turn the direction of what follows. */
const unseen = /(?![\t\n\r])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

export const plain = (text: string): string => text.replaceAll(unseen, '')

const plainOrNull = (text: string | null) => (text === null ? null : plain(text))

export const plainRequester = (requester: Requester): Requester => ({
  ...requester,
  subject: plainOrNull(requester.subject),
  shop: plainOrNull(requester.shop),
  email: plainOrNull(requester.email),
  name: plainOrNull(requester.name),
})

export const plainActor = ({ name, ...actor }: Actor): Actor => ({
  ...actor,
  ...(name !== undefined && { name: plain(name) }),
})

function plainFacts(facts: Environment): Environment {
  if (typeof facts === 'string') return plain(facts)
  const shown = Object.entries(facts).map(([name, fact]) => [
    plain(name),
    typeof fact === 'string' ? plain(fact) : fact,
  ])
  return Object.fromEntries(shown)
}

/** The words of a draft. */
export function plainDraft<Draft extends Omit<TicketDraft, 'department' | 'email'>>(draft: Draft): Draft {
  const { subject, description, steps, environment } = draft
  return {
    ...draft,
    subject: plain(subject),
    description: plain(description),
    steps: steps.map(plain),
    ...(environment !== undefined && { environment: plainFacts(environment) }),
  }
}
