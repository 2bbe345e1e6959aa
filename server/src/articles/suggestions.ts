// Search as a process holds it: the stored index in memory, exchanged for a newer one when there is one.
import type { Caller } from '@bilet/shared/caller'
import type { Suggestion, SuggestionsReply } from '@bilet/shared/replies'
import type { Article } from '@bilet/shared/article'
import { answersTo } from './answers-to.ts'
import type { Answer } from './answers-to.ts'
import type { AskedOnPage } from './learning/asked-on-page.ts'
import { pagePath } from './learning/page-path.ts'
import type { RecordEvent } from './learning/suggestion-event.ts'
import { indexHere } from './indexing.ts'
import type { Indexing } from './indexing.ts'
import type { ArticleLibrary } from './library.ts'
import type { QueryIds } from './query-ids.ts'
import { buildIndex } from '../search/build-index.ts'
import type { SearchIndex } from '../search/index/search-index.ts'
import { createLinkedDrafts } from '../search/linked-drafts.ts'
import type { LinkedDraft, LinkedDrafts } from '../search/linked-drafts.ts'
import { suggest } from '../search/suggest.ts'
import type { SuggestQuery } from '../search/suggest.ts'
import { shareRuns } from './share-runs.ts'

type Query = Omit<SuggestQuery, 'linked'> & {
  /** The page of the admin panel that it is asked on: what is opened there answers who has not written yet. */
  pageUrl?: string | undefined
  /** The page's own heading: what is asked there, where nobody has asked yet. */
  pageTitle?: string | undefined
}

export type { SuggestionEvent } from './learning/suggestion-event.ts'

export type Outcome = 'solved' | 'not_helpful'

export type Suggestions = {
  /**
   * Articles that may answer a draft, best first; none rather than bad ones. Where it holds several questions each is
   * answered by itself. Where nothing is written yet, what owners open on that page of the admin panel.
   */
  suggest(query: Query, caller: Caller): Promise<SuggestionsReply>
  /** The same for staff who look for an article: no owner asked, so nothing is learnt from it. */
  find(query: Query): Promise<Suggestion[]>
  /** Whether the question was asked here by this caller. */
  isAsked(queryId: string, caller: Caller): boolean
  /** Those of the ids that articles have, each once. */
  known(ids: readonly string[]): Promise<string[]>
  /** False for an article that is not in the library. What is told of a question that was never asked counts for nothing. */
  feedback(articleId: string, queryId: string, outcome: Outcome, caller: Caller): Promise<boolean>
  /** Reads the stored index now if it is another than the one held. Good at start: the first owner does not wait. */
  refresh(): Promise<void>
  /** Resolves when questions can be answered, by the index held if there is one. */
  ready(): Promise<void>
  /** Builds the stored index from the library as it is now; answers from it here at once, elsewhere within 5 s. */
  publish(): Promise<void>
}

export type SuggestionsOptions = {
  library: ArticleLibrary
  /** In this thread unless told. */
  indexing?: Indexing
  /** Epoch milliseconds. */
  clock: () => number
  queryIds: QueryIds
  /** How old the knowledge of the current version may be, in milliseconds. */
  checkEvery?: number
  record?: RecordEvent
  /** What staff solved tickets with: the same array until it is another. */
  links?: () => readonly LinkedDraft[]
  openedOn?: AskedOnPage['openedOn']
  /** Told when a newer index could not be read; the one held goes on answering. */
  onTrouble?: (error: unknown) => void
}

const noLinks: readonly LinkedDraft[] = []

/**
 * Suggestions over a library. There is no timer: a request that finds the version unchecked for `checkEvery` checks it
 * and, when there is a newer index, reads it; others are answered from the old one meanwhile.
 */
export function createSuggestions(options: SuggestionsOptions): Suggestions {
  const { library, indexing = indexHere(library), clock, queryIds, checkEvery = 3_000 } = options
  const { record = () => {}, links = () => noLinks, openedOn = async () => [], onTrouble = () => {} } = options
  let held: { version: string | undefined; index: SearchIndex } | undefined
  let checkedAt = Number.NEGATIVE_INFINITY
  const linkedDrafts = rememberLinked()

  // However many ask when there is no index yet, it is read once.
  const refresh = shareRuns(async () => {
    checkedAt = clock()
    const version = await library.index.version()
    if (!held || held.version !== version) held = { version, index: await indexing.load(version) }
  })

  async function current(): Promise<SearchIndex> {
    if (held && clock() - checkedAt >= checkEvery) await refresh().catch(onTrouble)
    if (!held) await refresh()
    return held?.index ?? buildIndex([])
  }

  /** An index, and what staff linked before made ready for it. */
  async function knowledge() {
    const index = await current()
    return { index, linked: linkedDrafts(index, links()) }
  }

  async function find(query: Query): Promise<Suggestion[]> {
    const { index, linked } = await knowledge()
    return suggest(index, { ...query, linked }).map(toReply)
  }

  async function answers(query: Query): Promise<Suggestion[]> {
    const { index, linked } = await knowledge()
    return answersTo(index, { ...query, linked }).map(toReply)
  }

  /** By what was opened there; filled up with what speaks of the page's heading. */
  async function onPage({ pageUrl, pageTitle = '', locale, limit = 3 }: Query): Promise<Suggestion[]> {
    const page = pagePath(pageUrl)
    const opened = page === null ? [] : await openedOn(page, limit)
    const articles = await Promise.all(opened.map((id) => library.get(id)))
    const known = articles.flatMap((article) => (article ? [toKnown(article)] : []))
    const alike = pageTitle.trim() ? await find({ subject: pageTitle, locale, limit }) : []
    return [...known, ...alike.filter(({ articleId }) => !opened.includes(articleId))].slice(0, limit)
  }

  return {
    refresh,
    ready: async () => (held ? undefined : refresh()),
    publish: shareRuns(async () => {
      await indexing.publish()
      await refresh()
    }),
    find,
    async suggest(query, caller) {
      if (isUnwritten(query)) return { queryId: queryIds.give(caller), suggestions: await onPage(query) }
      const suggestions = await answers(query)
      const queryId = queryIds.give(caller)
      record({ kind: 'shown', queryId, query, articleIds: suggestions.map(({ articleId }) => articleId), caller })
      return { queryId, suggestions }
    },
    isAsked: (queryId, caller) => queryIds.isOf(queryId, caller),
    async known(ids) {
      const there = idsOf(await current())
      return [...new Set(ids)].filter((id) => there.has(id))
    },
    async feedback(articleId, queryId, outcome, caller) {
      if (!(await library.get(articleId))) return false
      if (queryIds.isOf(queryId, caller)) record({ kind: outcome, queryId, articleId, caller })
      return true
    },
  }
}

/** Worked out once for each index. */
const idsByIndex = new WeakMap<SearchIndex, ReadonlySet<string>>()

function idsOf(index: SearchIndex): ReadonlySet<string> {
  const known = idsByIndex.get(index) ?? new Set(index.stored.articles.map(({ id }) => id))
  idsByIndex.set(index, known)
  return known
}

/** Makes links ready for an index once, until either is another. */
function rememberLinked(): (index: SearchIndex, links: readonly LinkedDraft[]) => LinkedDrafts {
  let made: { index: SearchIndex; links: readonly LinkedDraft[]; drafts: LinkedDrafts } | undefined
  return (index, links) => {
    if (made?.index !== index || made.links !== links) made = { index, links, drafts: createLinkedDrafts(index, links) }
    return made.drafts
  }
}

const isUnwritten = ({ subject = '', description = '', steps = [] }: Query) =>
  [subject, description, ...steps].join('').trim() === ''

const toKnown = ({ id, title, url }: Article): Suggestion => ({
  articleId: id,
  title,
  url,
  excerpt: '',
  marks: [],
  score: 1,
})

/** A suggestion as the API tells it: the excerpt is text, with what matches beside it. */
const toReply = ({ excerpt, confidence, explain, ...suggestion }: Answer): Suggestion => ({
  ...suggestion,
  excerpt: excerpt.text,
  marks: excerpt.marks,
  ...(explain && { explain: { confidence, ...explain } }),
})
