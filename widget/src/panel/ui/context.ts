import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Front } from '../models/front.ts'
import type { Resource } from '../models/resource.ts'
import type { Behind } from '../open-desk.ts'

export type PanelTools = {
  front: Front
  /** The desk and the actions at it. */
  behind: Pick<Resource<Pick<Behind, 'desk' | 'actions'>>, 'state' | 'load'>
  /** Takes the styles of a part in, once. */
  adopt: (css: string) => void
}

export const PanelContext = createContext<PanelTools | null>(null)

/** Views live inside the panel, those of a part come after the desk and its words. */
const early = 'a view too early'

/** What the panel opens with, and its words; the desk once that is here. */
export function useFront() {
  const found = useContext(PanelContext)
  if (!found) throw new Error(early)
  return { ...found, t: found.front.i18n.opening.value, desk: found.behind.state.value.value?.desk }
}

/** The desk, the actions at it, and the words around the first field: for the views of parts, which wait for them. */
export function useDesk() {
  const tools = useFront()
  const { value } = tools.behind.state.value
  const words = tools.front.i18n.early.value
  if (!value || !words) throw new Error(early)
  return { ...tools, ...value, t: words }
}

/** The same with all words: for the views of later parts. */
export function useWords() {
  const tools = useDesk()
  const all = tools.desk.i18n.all.value
  if (!all) throw new Error(early)
  return { ...tools, t: all }
}
