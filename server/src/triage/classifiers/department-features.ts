// What a draft shows that bears on its department (R9–R12).
import { courtesies } from './courtesies.ts'
import { conceptNames } from '../lexicon/concepts.ts'
import type { AnalyzedDraft } from '../text/analyze-draft.ts'

const fields = ['', 'subject:', 'first:'] as const

/** Concepts anywhere, in the subject, at the beginning of the description. */
export const departmentFeatureNames = fields.flatMap((field) => conceptNames.map((name) => field + name))

const tells = conceptNames.map((name) => !courtesies.has(name))

/** Places among the names, each once. */
export function departmentFeatures({ subject, description, shown: anywhere }: AnalyzedDraft): number[] {
  const features: number[] = []
  const add = (shown: Iterable<number>, field: (typeof fields)[number]) => {
    const from = fields.indexOf(field) * conceptNames.length
    for (const concept of shown) if (tells[concept] && !features.includes(from + concept)) features.push(from + concept)
  }
  add(anywhere, '')
  for (const { shown } of subject) add(shown, 'subject:')
  for (const { shown } of description.slice(0, 2)) add(shown, 'first:')
  return features
}
