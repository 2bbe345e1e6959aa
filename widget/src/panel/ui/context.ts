import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Actions } from '../models/desk-actions.ts'
import type { Desk } from '../models/desk.ts'

export const DeskContext = createContext<{ desk: Desk; actions: Actions } | null>(null)

/** The models, the actions across them, and the words of the chosen language. */
export function useDesk() {
  const found = useContext(DeskContext)
  if (!found) throw new Error('Views live inside the desk')
  return { ...found, t: found.desk.i18n.words.value }
}
