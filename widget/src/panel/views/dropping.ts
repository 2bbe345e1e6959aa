// The part of the panel that takes files which are pasted or dropped.
import drop from '../styles/drop.css?inline'

export { DropTarget } from './drop-target.tsx'

export const css = drop
