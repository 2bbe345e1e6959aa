// R13: the question is stated.
import type { Draft } from './draft.ts'
import type { CheckTerms } from './terms.ts'
import type { Finding } from './finding.ts'
import { lettersIn } from './words.ts'

/** Blocks a subject without a letter and a description with fewer letters than the policy asks for. */
export function checkQuestion({ subject = '', description = '' }: Draft, { ticket }: CheckTerms): Finding[] {
  const asked: [path: string, letters: number, min: number][] = [
    ['subject', lettersIn(subject, 1), 1],
    ['description', lettersIn(description, ticket.descriptionLetters), ticket.descriptionLetters],
  ]
  return asked
    .filter(([, letters, min]) => letters < min)
    .map(([path, letters, min]) => ({ code: 'question_unclear', severity: 'block', path, params: { letters, min } }))
}
