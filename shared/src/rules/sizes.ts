// Limits of the policy (R24), none wider than the structural ones.
import type { Draft } from './draft.ts'
import type { CheckTerms } from './terms.ts'
import type { Finding } from './finding.ts'

/** Blocks what is longer or more than the policy takes. */
export function checkSizes(draft: Draft, { limits }: CheckTerms): Finding[] {
  const { subject = '', description = '', steps = [], screenshot = {} } = draft
  const { attachments = [], links = [] } = screenshot
  const sizes: [code: 'too_long' | 'too_many', path: string, size: number, max: number][] = [
    ['too_long', 'subject', subject.length, limits.subject],
    ['too_long', 'description', description.length, limits.description],
    ['too_many', 'steps', steps.length, limits.steps],
    ['too_many', 'screenshot.links', links.length, limits.links],
    ['too_many', 'screenshot.attachments', attachments.length, limits.attachments],
  ]
  for (const [index, step] of steps.entries()) sizes.push(['too_long', `steps.${index}`, step.length, limits.step])
  return sizes
    .filter(([, , size, max]) => size > max)
    .map(([code, path, size, max]) => ({ code, severity: 'block', path, params: { size, max } }))
}
