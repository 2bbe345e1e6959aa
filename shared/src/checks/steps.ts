// R14: what was done before the problem, or the honest way out.
import type { CheckTerms, Draft } from './check-draft.ts'
import type { Step } from './filler.ts'
import { askedIn, isEcho, isFiller, readStep } from './filler.ts'
import type { Finding } from './finding.ts'

/** A step given, its place, and whether it surely says nothing. */
type Given = { index: number; step: Step; filler: boolean }

function givenSteps({ steps = [], subject = '' }: Draft): Given[] {
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

/** Steps to speak of: the certain filler, and the probable where no step says more. */
function fillerIn({ subject, description }: Draft, all: Given[]): Given[] {
  const given = all.filter(({ step }) => step.written.trim())
  let asked: ReadonlySet<string> | undefined
  const isProbable = ({ step, filler }: Given) =>
    filler || isEcho(step, () => (asked ??= askedIn(subject, description)))
  return given.every(isProbable) ? given : given.filter(({ filler }) => filler)
}

/** Blocks a draft that has neither enough real steps nor the way out; names each step that says nothing. */
export function checkSteps(draft: Draft, { ticket }: CheckTerms): Finding[] {
  const given = givenSteps(draft)
  const findings = fillerIn(draft, given).map(({ index, step }): Finding => ({
    code: 'steps_filler',
    severity: 'advice',
    path: `steps.${index}`,
    params: { step: step.written.slice(0, 80) },
  }))
  const real = countReal(given)
  if (draft.noSteps || real >= ticket.steps) return findings
  const params = { given: real, min: ticket.steps }
  return [{ code: 'steps_missing', severity: 'block', path: 'steps', params }, ...findings]
}
