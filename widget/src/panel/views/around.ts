// The desk behind the panel's front, and what stands around the question: fetched along with the panel, there after its field.
import lists from '../styles/lists.css?inline'
import outcome from '../styles/outcome.css?inline'

export { openDesk } from '../open-desk.ts'
export { HomeRest } from './home-rest.tsx'
export { Suggestions } from './suggestions.tsx'
export { TicketsLink } from './tickets-link.tsx'

export const css = lists + outcome
