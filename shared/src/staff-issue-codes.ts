// What may be wrong with what staff send, beside what may be wrong with what owners do.
export const staffIssueCodes = [
  /** Closing goes by a decision, with its reason (R19). */
  'decision_required',
  /** Of a bulk: one of the two, not both. */
  'change_or_decision_required',
  'nothing_to_change',
  /** Extending and refusing need one of the policy's reasons. */
  'reason_required',
  'unknown_reason',
  'until_in_past',
  'department_unknown',
  /** Nobody at the desk has this name. */
  'assignee_unknown',
  'article_unknown',
  /** No ticket of the same owner's. */
  'duplicate_unknown',
  /** Neither a subject nor an address tells who it is. */
  'requester_unknown',
  /** Of a canned reply: a variable that nobody fills in. */
  'unknown_variable',
  'name_taken',
  'url_taken',
  'too_deep',
  'too_long',
  'too_many',
  'invalid_datetime',
  'markdown_or_blocks',
  'unreadable',
] as const
export type StaffIssueCode = (typeof staffIssueCodes)[number]
