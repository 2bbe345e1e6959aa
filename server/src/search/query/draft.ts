import { stripNoise } from './strip-noise.ts'

/** What an owner has typed so far, and where. */
export type Draft = {
  subject?: string | undefined
  description?: string | undefined
  steps?: readonly string[] | undefined
  pageUrl?: string | undefined
}

/** A stretch of a draft with its weight; `typing` marks the one whose last word may be unfinished. */
export type DraftPart = { text: string; weight: number; typing: boolean }

const WEIGHTS = { subject: 1, description: 0.7, steps: 0.4, pageUrl: 0.15 } as const
const LONGEST = { subject: 300, description: 6_000, steps: 3_000, pageUrl: 500 } as const

/** The draft as weighted parts, the weightiest that is present counting 1. Nothing of unbounded length goes further. */
export function readDraft(draft: Draft): DraftPart[] {
  const texts = {
    subject: (draft.subject ?? '').slice(0, LONGEST.subject),
    description: stripNoise((draft.description ?? '').slice(0, LONGEST.description)),
    steps: stripNoise((draft.steps ?? []).slice(0, 50).join('\n').slice(0, LONGEST.steps)),
    pageUrl: pathOf(draft.pageUrl ?? ''),
  }
  const fields = (['subject', 'description', 'steps', 'pageUrl'] as const).filter((field) => texts[field].trim() !== '')
  const top = Math.max(...fields.map((field) => WEIGHTS[field]))
  const lastTyped = fields.findLast((field) => field !== 'pageUrl')
  return fields.map((field) => ({
    text: texts[field],
    weight: WEIGHTS[field] / top,
    typing: field === lastTyped,
  }))
}

/** The words of an address that a person chose: its path, without host, query, numbers. */
function pathOf(url: string): string {
  return url
    .slice(0, LONGEST.pageUrl)
    .replace(/^[a-z]+:\/\/[^/]*/iu, '')
    .replace(/[?#].*$/u, '')
    .replace(/[\d/_.-]+/gu, ' ')
}
