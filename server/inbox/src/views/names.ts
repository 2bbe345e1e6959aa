// Names of the desk's own things in the agent's language; an id where the desk no longer has it.
import type { Inbox } from '../models/inbox.ts'

export function departmentName(inbox: Inbox, id: string): string {
  const found = inbox.desk.value.value?.departments.find((department) => department.id === id)
  return found?.name[inbox.i18n.locale.value] ?? id
}

/** What an agent is called: history keeps a token's name. */
export const departments = (inbox: Inbox) => inbox.desk.value.value?.departments ?? []
