// The part of the panel that changes a picture: fetched when the owner wants to.
import stage from '../stage/stage.css?inline'
import editor from './editor.css?inline'

export { Editor } from './editor.tsx'

export const css = stage + editor
