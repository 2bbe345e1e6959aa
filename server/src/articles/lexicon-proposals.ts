// Words for a desk's lexicon, learnt from what its owners and staff did; a person says which of them hold.
import * as z from 'zod/mini'
import type { Storage } from 'unstorage'
import type { LexiconProposal } from '@bilet/shared/staff-replies'
import { Lexicon, notionsOf } from '../search/lexicon/lexicon.ts'
import { createLexiconMatcher } from '../search/lexicon/matcher.ts'
import type { LexiconMatcher } from '../search/lexicon/matcher.ts'
import { productNotions } from '../search/lexicon/product.ts'
import { stem } from '../search/text/stem.ts'
import { isStopWord } from '../search/text/stop-words.ts'
import { tokenize } from '../search/text/tokenize.ts'
import { digest } from '../util/digest.ts'
import { inTurns } from '../util/in-turns.ts'
import { toTime } from '../util/time.ts'
import type { ArticleLibrary } from './library.ts'
import { articleText } from './article-text.ts'
import type { Ending } from './learning/endings.ts'
import { propose } from './learning/propose.ts'
import type { Proposal } from './learning/propose.ts'

export type LexiconProposals = {
  /** Those that nobody has decided on, the best founded first. */
  list(): Promise<LexiconProposal[]>
  /** Adds it to the desk's words, once; gives them. Null where there is none of this id, or the words are full. */
  accept(id: string): Promise<Lexicon | null>
  /** It is proposed no more. False where there is none of this id. */
  dismiss(id: string): Promise<boolean>
}

type Options = { library: Pick<ArticleLibrary, 'get' | 'lexicon'>; endings: () => Promise<Ending[]> }
type Known = { title: string; stems: ReadonlyMap<string, number> }

const Decided = z.record(z.string(), z.enum(['accepted', 'dismissed']))
const decidedKey = 'articles:lexicon-decided'
const most = 50
const mostArticles = 200
const readsAtOnce = 16
/** As `Lexicon` has it. */
const limits = { shortest: 2, longest: 60, phrases: 24 }

export function createLexiconProposals(storage: Storage, { library, endings }: Options): LexiconProposals {
  const decided = async () => Decided.safeParse(await storage.getItem(decidedKey)).data ?? {}
  const decide = async (id: string, how: z.infer<typeof Decided>[string]) =>
    storage.setItem(decidedKey, { ...(await decided()), [id]: how })

  async function founded(): Promise<LexiconProposal[]> {
    const [ended, desk] = await Promise.all([endings(), library.lexicon.read()])
    const articles = await knownArticles(ended)
    const matcher = createLexiconMatcher(productNotions, notionsOf(desk))
    const found = propose(ended, (from, id) => !articles.has(id) || isFound(from, articles.get(id)?.stems, matcher))
    const all = [...articles.values()]
    return Promise.all(
      found.flatMap((one) => {
        const article = articles.get(one.articleId)
        return article ? [toReply(one, mostTelling(article, all))] : []
      }),
    )
  }

  /** One after another: each reads what all before it have decided, and writes it whole. */
  let deciding: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = deciding.then(act)
    deciding = mine.catch(() => {})
    return mine
  }

  async function accept(id: string): Promise<Lexicon | null> {
    const desk = await library.lexicon.read()
    if ((await decided())[id] === 'accepted') return desk
    const proposal = (await founded()).find((one) => one.id === id)
    const next = proposal && Lexicon.safeParse(withPhrase(desk, proposal)).data
    if (!next) return null
    await library.lexicon.write(next)
    await decide(id, 'accepted')
    return next
  }

  async function dismiss(id: string): Promise<boolean> {
    if ((await decided())[id] === 'dismissed') return true
    if (!(await founded()).some((one) => one.id === id)) return false
    await decide(id, 'dismissed')
    return true
  }

  /** The articles that most questions ended in, and the words of each. */
  async function knownArticles(ended: readonly Ending[]): Promise<Map<string, Known>> {
    const counts = new Map<string, number>()
    for (const { articleId } of ended) counts.set(articleId, (counts.get(articleId) ?? 0) + 1)
    const ids = [...counts].toSorted(([, a], [, b]) => b - a).map(([id]) => id)
    const read = await inTurns(
      ids.slice(0, mostArticles),
      readsAtOnce,
      async (id) => [id, await library.get(id)] as const,
    )
    return new Map(
      read.flatMap(([id, article]) =>
        article
          ? [[id, { title: article.title, stems: stemsOf(`${article.title}\n${articleText(article.blocks).body}`) }]]
          : [],
      ),
    )
  }

  return {
    async list() {
      const [found, done] = await Promise.all([founded(), decided()])
      return found.filter(({ id }) => done[id] === undefined).slice(0, most)
    },
    accept: (id) => inTurn(() => accept(id)),
    dismiss: (id) => inTurn(() => dismiss(id)),
  }
}

/** How often each word is said, by stem. */
function stemsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { word } of tokenize(text)) counts.set(stem(word), (counts.get(stem(word)) ?? 0) + 1)
  return counts
}

/** Whether an article with these words is found by a phrase: it says it, or a lexicon leads from it to what it says. */
function isFound(phrase: string, stems: ReadonlyMap<string, number> = new Map(), matcher: LexiconMatcher): boolean {
  const words = tokenize(phrase).map(({ word }) => word)
  const said = words.map(stem)
  if (said.every((one) => stems.has(one))) return true
  const offered = matcher.match(words, said).flatMap(({ sense }) => sense.rewordings)
  return offered.some(({ terms }) => terms.every((term) => stems.has(term)))
}

async function toReply({ key, lastAt, ...proposal }: Proposal, to: string): Promise<LexiconProposal> {
  const id = (await digest(`${key}\n${proposal.articleId}`)).slice(0, 22)
  return { id, ...proposal, to, lastAt: toTime(lastAt) }
}

/** The word of its title that the fewest articles say; of those the one that it says most. */
function mostTelling({ title, stems }: Known, articles: readonly Known[]): string {
  const words = tokenize(title).map(({ word }) => word)
  const telling = words.filter((word) => !isStopWord(word) && word.length >= limits.shortest)
  const sayers = (said: string) => articles.filter((article) => article.stems.has(said)).length
  const counted = telling.map((word) => ({ word, sayers: sayers(stem(word)), times: stems.get(stem(word)) ?? 0 }))
  const [best] = counted.toSorted((a, b) => a.sayers - b.sayers || b.times - a.times)
  return best?.word ?? title.slice(0, limits.longest)
}

/** Beside what else is called so, where there is room. */
function withPhrase(desk: Lexicon, { from, to }: Pick<LexiconProposal, 'from' | 'to'>): Lexicon {
  const known = desk.same.find((phrases) => phrases[0] === to && phrases.length < limits.phrases)
  const others = desk.same.filter((phrases) => phrases !== known)
  return { ...desk, same: [...others, [...(known ?? [to]), from]] }
}
