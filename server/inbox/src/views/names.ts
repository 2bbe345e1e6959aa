// Names of the desk's own things in the agent's language; an id where the desk no longer has it.
import type { Inbox } from '../models/inbox.ts'

export function departmentName(inbox: Inbox, id: string): string {
  const found = inbox.desk.value.value?.departments.find((department) => department.id === id)
  return found?.name[inbox.i18n.locale.value] ?? id
}

/** A plan as the policy calls it. */
export function planName(inbox: Inbox, id: string): string {
  const found = inbox.desk.value.value?.plans[id]
  return found?.name[inbox.i18n.locale.value] ?? (id === 'guest' ? inbox.i18n.words.value.guest : id)
}

/** Whether nobody is answered sooner than this plan, and somebody later. */
export function isPromptest(inbox: Inbox, id: string): boolean {
  const hours = Object.values(inbox.desk.value.value?.plans ?? {}).map(({ reaction }) => reaction.hours)
  const own = inbox.desk.value.value?.plans[id]?.reaction.hours
  return own === Math.min(...hours) && own < Math.max(...hours)
}

/** What an agent is called: history keeps a token's name. */
export const departments = (inbox: Inbox) => inbox.desk.value.value?.departments ?? []
