// The part of the panel around the question: fetched along with the panel, shown after its field.
import lists from '../styles/lists.css?inline'

export { HomeRest } from './home-rest.tsx'
export { Suggestions } from './suggestions.tsx'

export const css = lists
