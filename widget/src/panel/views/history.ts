// The part of the panel that shows tickets: fetched when one is opened.
import thread from '../styles/thread.css?inline'

export { Thread, ThreadFooter } from './thread.tsx'
export { Tickets } from './tickets.tsx'

export const css = thread
