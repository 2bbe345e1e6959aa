import type { DraftFields } from './draft-fields.ts'

/** Lines that say something. */
export const filled = (lines: string[]) => lines.map((line) => line.trim()).filter(Boolean)

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
