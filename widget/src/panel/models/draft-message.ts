import type { DraftFields } from './draft-fields.ts'

/** Text without what no database takes: NUL and halves of letters, as a paste may bring. */
export const toPlain = (text: string) => text.replace(/[\0\p{Surrogate}]/gu, '').trim()

/** Lines that say something. */
export const filled = (lines: string[]) => lines.map((line) => toPlain(line)).filter(Boolean)

/** The draft's words as one message, to add to a ticket that is open already. */
export const toMessage = ({ subject, description, steps, links }: DraftFields) =>
  [
    subject.trim(),
    description.trim(),
    filled(steps)
      .map((step, index) => `${index + 1}. ${step}`)
      .join('\n'),
    filled(links).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')
