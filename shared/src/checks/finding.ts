/**
 * One thing said about a draft (R24). `block` stops sending and is only ever what is certain; `advice` never does.
 * `path` is dotted: `description`, `steps.1`, `screenshot.links.0`. `params` feed the words, never contain them.
 */
export type Finding = {
  code: FindingCode
  severity: 'block' | 'advice'
  path: string
  params: Record<string, string | number | string[]>
}

export const findingCodes = [
  'question_unclear',
  'steps_missing',
  'steps_filler',
  'screenshot_missing',
  'link_not_allowed',
  'link_not_a_picture',
  'department_missing',
  'department_unknown',
  'department_not_in_plan',
  'email_missing',
  'several_questions',
  'department_mismatch',
  'personal_manager',
  'layout_question',
  'third_party_service',
  'template_modified',
  'account_change',
  'too_long',
  'too_many',
] as const
export type FindingCode = (typeof findingCodes)[number]
