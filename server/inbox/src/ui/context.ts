import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Inbox } from '../models/inbox.ts'

export const InboxContext = createContext<Inbox | null>(null)

/** The models, and the words of the chosen language. */
export function useInbox() {
  const inbox = useContext(InboxContext)
  if (!inbox) throw new Error('Views live inside the inbox')
  return { inbox, t: inbox.i18n.words.value }
}
