// R14: what was done before the problem, or the honest way out.
import type { Draft } from './draft.ts'
import type { CheckTerms } from './terms.ts'
import type { Step } from './filler.ts'
import { isFiller, readStep } from './filler.ts'
import type { Finding } from './finding.ts'

/** A step given, its place, and whether it surely says nothing. */
export type Given = { index: number; step: Step; filler: boolean }

/** The steps of a draft as they are read, empty ones among them. */
export function givenSteps({ subject = '', steps = [] }: Draft): Given[] {
  const title = readStep(subject)
  return steps.map((written, index) => {
    const step = readStep(written)
    return { index, step, filler: isFiller(step, title) }
  })
}

/** How many steps say something, each counted once. */
const countReal = (given: Given[]) => new Set(given.filter(({ filler }) => !filler).map(({ step }) => step.said)).size

/** Whether the steps given are enough by themselves. */
export const hasSteps = (draft: Draft, { ticket }: CheckTerms) => countReal(givenSteps(draft)) >= ticket.steps

export const toFillerFinding = ({ index, step }: Given): Finding => ({
  code: 'steps_filler',
  severity: 'advice',
  path: `steps.${index}`,
  params: { step: step.written.slice(0, 80) },
})

/** Blocks a draft that has neither enough real steps nor the way out; names each step that surely says nothing. */
export function checkSteps({ noSteps }: Draft, { ticket }: CheckTerms, given: Given[]): Finding[] {
  const findings = given.filter(({ step, filler }) => filler && step.written.trim()).map(toFillerFinding)
  const real = countReal(given)
  if (noSteps || real >= ticket.steps) return findings
  const params = { given: real, min: ticket.steps }
  return [{ code: 'steps_missing', severity: 'block', path: 'steps', params }, ...findings]
}
