import type { StaffHistoryEntry } from '@bilet/shared/staff-replies'
import type { Inbox } from '../../models/inbox.ts'
import { departmentName } from '../names.ts'

/** What a change of properties says, in words. */
export function changeTexts(inbox: Inbox, entry: Extract<StaffHistoryEntry, { kind: 'changed' }>): string[] {
  const { ticket: words, status: statuses } = inbox.i18n.words.value
  const { status, department, assignee, tags } = entry
  return [
    ...(status ? [words.changedStatus(statuses[status])] : []),
    ...(department ? [words.changedDepartment(departmentName(inbox, department))] : []),
    ...(assignee === undefined ? [] : [assignee === null ? words.unassigned : words.changedAssignee(assignee)]),
    ...(tags ? [words.changedTags(tags.join(', '))] : []),
  ]
}

/** Any line of history in a few words, for a list of what happened meanwhile. */
export function entryText(inbox: Inbox, entry: StaffHistoryEntry): string {
  const { ticket: words } = inbox.i18n.words.value
  switch (entry.kind) {
    case 'submitted':
      return words.submitted
    case 'message':
      return `${entry.visibility === 'internal' ? `${words.note}: ` : ''}«${entry.text}»`
    case 'decision':
      return words.decision[entry.decision.kind]
    default:
      return changeTexts(inbox, entry).join(', ')
  }
}
