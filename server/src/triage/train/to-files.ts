import type { Learned } from '../tables.ts'
import { tablesText, toTables } from '../tables.ts'
import type { Places } from './learn-places.ts'

/** Files of `learned/`, by name: what was learned, the same bytes each time. */
export const tablesFile = (learned: Learned) => ({ name: 'tables.json', text: tablesText(toTables(learned)) })
export const placesFile = (places: Places) => ({ name: 'word-places.json', text: `${JSON.stringify(places)}\n` })
