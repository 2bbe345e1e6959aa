import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Actions } from '../models/desk-actions.ts'
import type { Desk } from '../models/desk.ts'

export type DeskTools = {
  desk: Desk
  actions: Actions
  /** Takes the styles of a part in, once. */
  adopt: (css: string) => void
}

export const DeskContext = createContext<DeskTools | null>(null)

/** The models, the actions across them, and the words of the chosen language. */
export function useDesk() {
  const found = useContext(DeskContext)
  if (!found) throw new Error('Views live inside the desk')
  return { ...found, t: found.desk.i18n.words.value }
}
