// R14: what was done before the problem, or the honest way out.
import type { CheckTerms, Draft } from './check-draft.ts'
import { isFiller } from './filler.ts'
import type { Finding } from './finding.ts'
import { wordsOf } from './words.ts'

/** Steps that say something, each once. */
export function realSteps({ steps = [], subject = '' }: Draft): string[] {
  return [...new Set(steps.filter((step) => !isFiller(step, subject)).map((step) => wordsOf(step).join(' ')))]
}

/** Whether the steps given are enough by themselves. */
export const hasSteps = (draft: Draft, { ticket }: CheckTerms) => realSteps(draft).length >= ticket.steps

/** Names each filler step; blocks a draft that has neither enough real steps nor the way out. */
export function checkSteps(draft: Draft, terms: CheckTerms): Finding[] {
  const findings: Finding[] = []
  const { steps = [], subject = '', noSteps } = draft
  if (!noSteps && !hasSteps(draft, terms)) {
    const params = { given: realSteps(draft).length, min: terms.ticket.steps }
    findings.push({ code: 'steps_missing', severity: 'block', path: 'steps', params })
  }
  for (const [index, step] of steps.entries())
    if (step.trim() && isFiller(step, subject))
      findings.push({ code: 'steps_filler', severity: 'advice', path: `steps.${index}`, params: { step } })
  return findings
}
