import type { PartialDraft } from '../ticket.ts'
import type { CheckTerms } from './terms.ts'
import { hasScreenshot } from './screenshot.ts'
import { hasSteps } from './steps.ts'

/** The draft without the ways out that it does not need: where steps or a screenshot are given, they count (R14, R15). */
export function withoutNeedlessWaysOut<T extends PartialDraft>(draft: T, policy: CheckTerms): T {
  const kept = { ...draft }
  if (kept.noSteps && hasSteps(kept, policy)) delete kept.noSteps
  if (kept.screenshot?.none && hasScreenshot(kept)) {
    kept.screenshot = { ...kept.screenshot }
    delete kept.screenshot.none
  }
  return kept
}
