// Search as a process holds it: the stored index in memory, exchanged for a newer one when there is one.
import type { Caller } from '@bilet/shared/caller'
import type { Suggestion, SuggestionsReply } from '@bilet/shared/replies'
import type { ArticleLibrary } from './library.ts'
import { buildIndex } from './search/build-index.ts'
import type { SearchIndex } from './search/index/search-index.ts'
import type { Lexicon } from './search/lexicon.ts'
import { fromSnapshot } from './search/snapshot.ts'
import { suggest } from './search/suggest.ts'
import type { Suggestion as Found, SuggestQuery } from './search/suggest.ts'

type Query = Omit<SuggestQuery, 'explain'>

export type Outcome = 'solved' | 'not_helpful'

/** What owners made of suggestions: for learning and for reports. */
export type SuggestionEvent =
  | { kind: 'shown'; queryId: string; query: Query; articleIds: string[]; caller: Caller }
  | { kind: Outcome; queryId: string; articleId: string; caller: Caller }

export type Suggestions = {
  /** Articles that may answer a draft, best first; none rather than bad ones. */
  suggest(query: Query, caller: Caller): Promise<SuggestionsReply>
  /** False for an article that is not in the library. */
  feedback(articleId: string, queryId: string, outcome: Outcome, caller: Caller): Promise<boolean>
  /** Reads the stored index now if it is another than the one held. Good at start: the first owner does not wait. */
  refresh(): Promise<void>
}

export type SuggestionsOptions = {
  library: ArticleLibrary
  /** Epoch milliseconds. */
  clock: () => number
  newId: () => string
  /** The desk's own words, where an index has to be rebuilt. */
  lexicon?: Lexicon
  /** How old the knowledge of the current version may be, in milliseconds. */
  checkEvery?: number
  record?: (event: SuggestionEvent) => void
  /** Told when a newer index could not be read; the one held goes on answering. */
  onTrouble?: (error: unknown) => void
}

/**
 * Suggestions over a library. There is no timer: a request that finds the version unchecked for `checkEvery` checks it
 * and, when there is a newer index, reads it; others are answered from the old one meanwhile.
 */
export function createSuggestions(options: SuggestionsOptions): Suggestions {
  const { library, clock, newId, checkEvery = 3_000, record = () => {}, onTrouble = () => {} } = options
  let held: { version: string | undefined; index: SearchIndex } | undefined
  let checkedAt = Number.NEGATIVE_INFINITY

  async function refresh() {
    checkedAt = clock()
    const version = await library.index.version()
    if (!held || held.version !== version) held = { version, index: await load(library, version, options.lexicon) }
  }

  async function current(): Promise<SearchIndex> {
    if (held && clock() - checkedAt >= checkEvery) await refresh().catch(onTrouble)
    if (!held) await refresh()
    return held?.index ?? buildIndex([])
  }

  return {
    refresh,
    async suggest(query, caller) {
      const suggestions = suggest(await current(), query).map(toReply)
      const queryId = newId()
      record({ kind: 'shown', queryId, query, articleIds: suggestions.map(({ articleId }) => articleId), caller })
      return { queryId, suggestions }
    },
    async feedback(articleId, queryId, outcome, caller) {
      if (!(await library.get(articleId))) return false
      record({ kind: outcome, queryId, articleId, caller })
      return true
    },
  }
}

/** An index of another format, or a lost one, is built again from the articles. */
async function load(library: ArticleLibrary, version: string | undefined, lexicon: Lexicon | undefined) {
  if (version === undefined) return buildIndex([], lexicon)
  const snapshot = await library.index.read(version)
  return (snapshot && fromSnapshot(snapshot)) ?? buildIndex(await library.documents(), lexicon)
}

/** A suggestion as the API tells it: the excerpt is text, with what matches beside it. */
const toReply = ({ excerpt, confidence: _confidence, explain: _explain, ...suggestion }: Found): Suggestion => ({
  ...suggestion,
  excerpt: excerpt.text,
  marks: excerpt.marks,
})
