// The rules that are certain (R3, R13–R15): small enough for the page, which asks the server for every guess.
import type { Standing } from '../caller.ts'
import { checkDepartment, checkEmail } from './addressee.ts'
import type { Draft } from './draft.ts'
import type { CheckTerms } from './terms.ts'
import type { Finding } from './finding.ts'
import { checkQuestion } from './question.ts'
import { checkScreenshot } from './screenshot.ts'
import { checkSizes } from './sizes.ts'
import { checkSteps, givenSteps } from './steps.ts'

/**
 * What the rules say of a draft, by field. Everything that blocks is in here, so the widget blocks as the server does (R23).
 * Who has read the steps already passes them on.
 */
export const checkRules = (
  draft: Draft,
  policy: CheckTerms,
  caller: Standing,
  given = givenSteps(draft),
): Finding[] => [
  ...checkQuestion(draft, policy),
  ...checkSteps(draft, policy, given),
  ...checkScreenshot(draft),
  ...checkDepartment(draft, policy, caller),
  ...checkEmail(draft, caller),
  ...checkSizes(draft, policy),
]
