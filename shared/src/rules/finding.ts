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

/** Every finding there is, its rule, and the params that its words may use. */
export const findingCodes = [
  /** R13. Block: too few letters, `letters` of `min`. Advice: names no trouble and asks nothing that can be answered. */
  'question_unclear',
  /** R14. Block: `given` real steps of `min`, and no way out. */
  'steps_missing',
  /** R14. Advice: this `step` says nothing of what was done; if it certainly does not, it is not counted. */
  'steps_filler',
  /** R15. Block: no picture, no link and no way out. */
  'screenshot_missing',
  /** R15. Block: not https, or leads to an address or a name that is not public. */
  'link_not_allowed',
  /** R15. Advice: a link that counts, but to a `host` where no screenshots are known to be. */
  'link_not_a_picture',
  /** R9–R11. Block: nothing chosen. */
  'department_missing',
  /** R9–R11. Block: the desk has no such `department`. */
  'department_unknown',
  /** R3. Block: `department` is closed to the `plan`, which is `guest` for a guest. */
  'department_not_in_plan',
  /** R3. Block: a guest without an e-mail could not be answered. */
  'email_missing',
  /** R3. Block: what a guest gave is no address. */
  'email_invalid',
  /** R16. Advice: reads like `parts` questions. */
  'several_questions',
  /** R9–R11. Advice: `suggested` would answer rather than the department chosen; `confidence` 0 to 1. */
  'department_mismatch',
  /** R12. Advice: SEO, advertising or growth; a personal manager answers. */
  'personal_manager',
  /** R21. Advice: markup of the owner's own, on which there is no consultation. */
  'layout_question',
  /** R19g, R20. Advice: the fault is on another company's side. */
  'third_party_service',
  /** R19d, R20. Advice: the design template was changed. */
  'template_modified',
  /** R8. Advice: a change of the account, for which a written request is what is needed. */
  'account_change',
  /** R24. Block: `size` characters, at most `max`. */
  'too_long',
  /** R24. Block: `size` of them, at most `max`. */
  'too_many',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** Whether the finding stops sending. */
export const isBlock = ({ severity }: Finding) => severity === 'block'
