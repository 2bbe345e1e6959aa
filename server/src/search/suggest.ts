import { betweenSections } from '@bilet/shared/article'
import { excerptOf } from './excerpt.ts'
import type { Excerpt } from './excerpt.ts'
import type { SearchIndex } from './index/search-index.ts'
import { PieceKind } from './index/pieces.ts'
import { linkedBoosts } from './linked-drafts.ts'
import type { LinkedDrafts } from './linked-drafts.ts'
import { analyzeQuery } from './query/analyze-query.ts'
import type { Unit } from './query/unit.ts'
import { readDraft } from './query/draft.ts'
import type { Draft } from './query/draft.ts'
import { createConfidence } from './rank/confidence.ts'
import { createPieceReader } from './rank/score-pieces.ts'
import type { PieceReader } from './rank/score-pieces.ts'
import { rank } from './rank/rank.ts'
import type { Ranked } from './rank/rank.ts'
import { shownPiece, wishOf } from './rank/shown-piece.ts'
import type { Wish } from './rank/shown-piece.ts'
import { translationsOf } from './rank/translations.ts'
import { shippedTuning } from './tuning.ts'
import type { Tuning } from './tuning.ts'

export type SuggestQuery = Draft & {
  /** Of two articles that answer alike, the one in this language comes first. */
  locale?: string | undefined
  /** 3 by default, 20 at most. */
  limit?: number | undefined
  explain?: boolean | undefined
  /** What staff linked before: see `createLinkedDrafts`. */
  linked?: LinkedDrafts | undefined
  /** Log-odds that documentation tells what is asked in such words, beside what is usual. */
  documented?: number | undefined
}

/**
 * `section` is where the passage stands: the part of the documentation, then the heading over it. `score` ranks, `confidence` tells when to be silent; both 0…1.
 */
export type Suggestion = {
  articleId: string
  title: string
  url: string
  score: number
  confidence: number
  excerpt: Excerpt
  section?: string
  explain?: Explanation
}

/** Why an article was suggested: what each part of the score gave, and what the draft's words were taken for. */
export type Explanation = {
  parts: Ranked['parts']
  linked: number
  words: { word: string; idf: number; meanings: string[] }[]
}

const DEFAULT_LIMIT = 3
const MOST = 20

/** An article that answers, as yet without its excerpt: making one takes as long as finding the article. */
export type Answering = { articleId: string; suggestion: () => Suggestion }

/** The articles that answer a draft, best first; none rather than bad ones. Never throws, whatever the text. */
export const suggest = (index: SearchIndex, query: SuggestQuery, tuning?: Tuning): Suggestion[] =>
  answering(index, query, tuning).map(({ suggestion }) => suggestion())

/** The same for who shows but some of them. */
export function answering(index: SearchIndex, query: SuggestQuery, tuning: Tuning = shippedTuning): Answering[] {
  const analyzed = analyzeQuery(index, readDraft(query), tuning)
  const { units } = analyzed
  if (units.length === 0) return []
  const limit = Math.max(0, Math.min(MOST, query.limit ?? DEFAULT_LIMIT))
  const boosts = linkedBoosts(index, query.linked ?? [], analyzed.words)
  const read = createPieceReader(index, units)
  const ranked = inOneLanguage(
    index,
    preferLanguage(index, rank(index, analyzed, tuning, boosts, read), query.locale),
    query.locale,
  )
  const confidenceOf = createConfidence(index, analyzed, tuning, query.documented)
  if (ranked[0] === undefined) return []
  const surest = confidenceOf(ranked[0])
  if (surest < tuning.threshold) return []
  const wish = wishOf(query.subject?.trim() || query.description || '')
  const terms = termsOf(units)
  return ranked.slice(0, limit).map((one, at) => ({
    articleId: index.stored.articles[one.article]?.id ?? '',
    suggestion: () => ({
      ...describe(index, one, read, terms, wish),
      confidence: at === 0 ? surest : confidenceOf(one),
      ...(query.explain === true && { explain: explain(index, one, units) }),
    }),
  }))
}

/** All that a query's words may stand for. */
function termsOf(units: readonly Unit[]): ReadonlySet<number> {
  const all = new Set<number>()
  for (const { alternatives } of units) for (const { terms } of alternatives) for (const term of terms) all.add(term)
  return all
}

const LANGUAGE_WORTH = 0.03

function preferLanguage(index: SearchIndex, ranked: readonly Ranked[], locale: string | undefined): readonly Ranked[] {
  const language = locale?.slice(0, 2).toLowerCase()
  const { articles } = index.stored
  if (language === undefined || articles.every(({ lang }) => !lang.startsWith(language))) return ranked
  const worth = ({ article, score }: Ranked): number =>
    score + (articles[article]?.lang.startsWith(language) === true ? LANGUAGE_WORTH : 0)
  return ranked.toSorted((a, b) => worth(b) - worth(a))
}

/** Of an article in several languages one, in its best place: the one in the owner's language, or else what answers best. */
function inOneLanguage(index: SearchIndex, ranked: readonly Ranked[], locale: string | undefined): readonly Ranked[] {
  const translations = translationsOf(index)
  if (translations.size === 0) return ranked
  const language = locale?.slice(0, 2).toLowerCase()
  const { articles } = index.stored
  const byArticle = new Map(ranked.map((one) => [one.article, one]))
  const taken = new Set<readonly number[]>()
  return ranked.flatMap((one): Ranked[] => {
    const group = translations.get(one.article)
    if (!group) return [one]
    if (taken.has(group)) return []
    taken.add(group)
    const own = group.find((article) => language !== undefined && articles[article]?.lang.startsWith(language))
    if (own === undefined || own === one.article) return [one]
    const piece = byArticle.get(own)?.piece ?? index.firstPiece[own] ?? 0
    return [{ ...one, article: own, piece }]
  })
}

function describe(
  index: SearchIndex,
  ranked: Ranked,
  read: PieceReader,
  terms: ReadonlySet<number>,
  wish?: Wish,
): Omit<Suggestion, 'confidence'> {
  const { article, score } = ranked
  const piece = shownPiece(index, ranked, read, wish)
  const { articles, pieces } = index.stored
  const { id = '', title = '', url = '', headings = [], section: part } = articles[article] ?? {}
  const section = [part, headings[pieces.section[piece] ?? -1]].filter(Boolean).join(betweenSections)
  const shown = pieces.kind[piece] === PieceKind.title ? piece + 1 : piece
  const excerpt = excerptOf(index, pieces.article[shown] === article ? shown : piece, terms, wish === 'steps')
  return {
    articleId: id,
    title,
    url,
    score,
    excerpt,
    ...(section !== '' && { section }),
  }
}

function explain(index: SearchIndex, { parts, linked }: Ranked, units: readonly Unit[]): Explanation {
  const meaning = (terms: readonly number[]): string => terms.map((term) => index.terms[term] ?? '').join(' ')
  return {
    parts,
    linked,
    words: units.map(({ word, idf, alternatives }) => ({
      word,
      idf,
      meanings: alternatives.map(({ terms, weight, by }) => `${by} ${meaning(terms)} ${weight.toFixed(2)}`),
    })),
  }
}
