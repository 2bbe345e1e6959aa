// What only can be found, with learned weights: advice beside the form, never a block (R8, R9–R13, R20, R21, R24).
// The tables are too large for the page, so the widget asks the server; check-rules.ts has all that is certain.
import type { PartialDraft } from '@bilet/shared/ticket'
import type { Assessment } from './assess-draft.ts'
import { assessDraft } from './assess-draft.ts'
import type { Finding, FindingCode } from '@bilet/shared/rules/finding'
import type { Label } from './classifiers/labels.ts'
import { labelNames } from './classifiers/labels.ts'

const codes: Record<Label, FindingCode> = {
  personalManager: 'personal_manager',
  layoutQuestion: 'layout_question',
  thirdParty: 'third_party_service',
  templateModified: 'template_modified',
  accountChange: 'account_change',
  unclear: 'question_unclear',
}

/** The owner has chosen; only a far better department is worth a word against it. */
const contradictionBar = 0.75

function checkAddressee(draft: PartialDraft, { department: best }: Assessment): Finding[] {
  if (!draft.department || best.id === draft.department || best.confidence < contradictionBar) return []
  const params = { suggested: best.id, confidence: Math.round(best.confidence * 100) / 100 }
  return [{ code: 'department_mismatch', severity: 'advice', path: 'department', params }]
}

/** Advice on a draft: what runs into R19, belongs to another department, needs a written request, or says too little. */
export function adviseDraft(draft: PartialDraft, assessment = assessDraft(draft)): Finding[] {
  if (!draft.description?.trim()) return []
  const found = new Set(assessment.labels)
  if (draft.templateModified) found.add('templateModified')
  const findings = labelNames
    .filter((name) => found.has(name))
    .map((name): Finding => ({ code: codes[name], severity: 'advice', path: 'description', params: {} }))
  return found.has('unclear') ? findings : [...findings, ...checkAddressee(draft, assessment)]
}
