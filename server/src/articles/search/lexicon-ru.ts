import type { Lexicon } from './lexicon.ts'

export const lexiconRu: Lexicon = { same: [], suggests: [] }
