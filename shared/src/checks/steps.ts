// R14: what was done before the problem, or the honest way out.
import type { CheckTerms, Draft } from './check-draft.ts'
import { isEcho, isFiller, stepWords } from './filler.ts'
import type { Finding } from './finding.ts'

/** Steps that say something, each once. */
export function realSteps({ steps = [], subject = '' }: Draft): string[] {
  return [...new Set(steps.filter((step) => !isFiller(step, subject)).map((step) => stepWords(step).join(' ')))]
}

/** Whether the steps given are enough by themselves. */
export const hasSteps = (draft: Draft, { ticket }: CheckTerms) => realSteps(draft).length >= ticket.steps

/** Steps to speak of: the certain filler, and the probable where no step says more. */
export function fillerIn({ steps = [], subject = '', description = '' }: Draft): [index: number, step: string][] {
  const given = [...steps.entries()].filter(([, step]) => step.trim())
  const certain = given.filter(([, step]) => isFiller(step, subject))
  const probable = given.filter(([, step]) => isFiller(step, subject) || isEcho(step, subject, description))
  return probable.length === given.length ? probable : certain
}

/** Blocks a draft that has neither enough real steps nor the way out; names each step that says nothing. */
export function checkSteps(draft: Draft, terms: CheckTerms): Finding[] {
  const findings: Finding[] = fillerIn(draft).map(([index, step]) => ({
    code: 'steps_filler',
    severity: 'advice',
    path: `steps.${index}`,
    params: { step: step.slice(0, 80) },
  }))
  if (draft.noSteps || hasSteps(draft, terms)) return findings
  const params = { given: realSteps(draft).length, min: terms.ticket.steps }
  return [{ code: 'steps_missing', severity: 'block', path: 'steps', params }, ...findings]
}
