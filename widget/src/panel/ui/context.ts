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

/** The models, the actions across them, and the words that the panel opens with. */
export function useDesk() {
  const found = useContext(DeskContext)
  if (!found) throw new Error('Views live inside the desk')
  return { ...found, t: found.desk.i18n.words.value }
}

/** The same with all words: for the views of later parts, which are shown once their words are here. */
export function useWords() {
  const tools = useDesk()
  const all = tools.desk.i18n.all.value
  if (!all) throw new Error('Views of a part come with its words')
  return { ...tools, t: all }
}
