import { stripNoise } from './strip-noise.ts'

/** What an owner has typed so far, and where. */
export type Draft = {
  subject?: string | undefined
  description?: string | undefined
  steps?: readonly string[] | undefined
}

/** A stretch of a draft with its weight; `typing` marks the one whose last word may be unfinished. */
export type DraftPart = { text: string; weight: number; typing: boolean }

const WEIGHTS = { subject: 1, description: 0.7, steps: 0.4 } as const
const LONGEST = { subject: 300, description: 6_000, steps: 3_000 } as const

/** The draft as weighted parts, the weightiest that is present counting 1. Nothing of unbounded length goes further. */
export function readDraft(draft: Draft): DraftPart[] {
  const texts = {
    subject: (draft.subject ?? '').slice(0, LONGEST.subject),
    description: stripNoise((draft.description ?? '').slice(0, LONGEST.description)),
    steps: stripNoise((draft.steps ?? []).slice(0, 50).join('\n').slice(0, LONGEST.steps)),
  }
  const fields = (['subject', 'description', 'steps'] as const).filter((field) => texts[field].trim() !== '')
  const top = Math.max(...fields.map((field) => WEIGHTS[field]))
  const lastTyped = fields.at(-1)
  return fields.map((field) => ({
    text: texts[field],
    weight: WEIGHTS[field] / top,
    typing: field === lastTyped,
  }))
}
