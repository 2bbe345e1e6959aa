// Words that owners say and an article does not, told by the questions that ended in it.
import { stem } from '../../search/text/stem.ts'
import { isLightWord, isStopWord } from '../../search/text/stop-words.ts'
import { tokenize } from '../../search/text/tokenize.ts'
import type { Ending } from './endings.ts'

/** `from` is said where `articleId` was meant. `questions` of so many `people` ended there, so many of them not. */
export type Proposal = {
  from: string
  /** The stems of its words, one after another: equal for all forms of it. */
  key: string
  articleId: string
  solved: number
  linked: number
  notHelpful: number
  people: number
  examples: string[]
  /** Epoch milliseconds. */
  lastAt: number
}

/** What two owners say in three questions is no one's slip of the tongue. */
const least = { questions: 3, people: 2 }
/** Of all that were asked in these words and came to an end, so many ended in this article. */
const leastShare = 0.75
const mostExamples = 3
const most = 500
const longestPhrase = 60
const shortestWord = 3

type Said = { key: string; from: string }
type Told = { from: Map<string, number>; endings: Ending[] }

/**
 * Gives them, the best founded first, five hundred at most. `isKnown` says whether the article is found by these stems already: it says them
 * itself, or a lexicon leads from them to it.
 */
export function propose(endings: readonly Ending[], isKnown: (from: string, articleId: string) => boolean): Proposal[] {
  const byPhrase = new Map<string, Map<string, Told>>()
  for (const ending of endings)
    for (const { key, from } of phrasesOf(ending.words)) {
      const articles = byPhrase.get(key) ?? new Map<string, Told>()
      byPhrase.set(key, articles)
      const told: Told = articles.get(ending.articleId) ?? { from: new Map(), endings: [] }
      articles.set(ending.articleId, told)
      told.from.set(from, (told.from.get(from) ?? 0) + 1)
      told.endings.push(ending)
    }
  const found = [...byPhrase].flatMap(([key, articles]) => [...articles].flatMap(founded(key, articles, isKnown)))
  return shortest(found)
    .toSorted((a, b) => weightOf(b) - weightOf(a) || b.lastAt - a.lastAt)
    .slice(0, most)
}

/** The telling words of a question, and each two of them that stand side by side. */
function phrasesOf(words: string): Said[] {
  const tokens = tokenize(words)
  const single = tokens.map(({ word }) => (isTelling(word) ? { key: stem(word), from: word } : undefined))
  const phrases = new Map<string, Said>()
  single.forEach((one, at) => {
    const next = single[at + 1]
    if (one) phrases.set(one.key, one)
    if (one && next) phrases.set(`${one.key} ${next.key}`, both(one, next))
  })
  return [...phrases.values()].filter(({ from }) => from.length <= longestPhrase)
}

const both = (a: Said, b: Said): Said => ({ key: `${a.key} ${b.key}`, from: `${a.from} ${b.from}` })

const isTelling = (word: string) =>
  word.length >= shortestWord && /\p{L}/u.test(word) && !isStopWord(word) && !isLightWord(word)

function founded(key: string, articles: ReadonlyMap<string, Told>, isKnown: (from: string, id: string) => boolean) {
  const all = [...articles.values()].reduce((sum, { endings }) => sum + helped(endings).length, 0)
  return ([articleId, { from, endings }]: [string, Told]): Proposal[] => {
    const questions = helped(endings)
    const people = new Set(questions.map(({ person }) => person)).size
    const notHelpful = endings.length - questions.length
    if (questions.length < least.questions || people < least.people) return []
    if (questions.length < leastShare * all || questions.length < leastShare * endings.length) return []
    const [written = key] = [...from].toSorted(([, a], [, b]) => b - a)[0] ?? []
    if (isKnown(written, articleId)) return []
    const linked = questions.filter(({ kind }) => kind === 'linked').length
    return [
      {
        from: written,
        key,
        articleId,
        solved: questions.length - linked,
        linked,
        notHelpful,
        people,
        examples: [...new Set(questions.map(({ words }) => words))].slice(0, mostExamples),
        lastAt: Math.max(...questions.map(({ at }) => at)),
      },
    ]
  }
}

const helped = (endings: readonly Ending[]) => endings.filter(({ kind }) => kind !== 'not_helpful')

/** Two words are proposed only where neither is alone. */
function shortest(found: readonly Proposal[]): Proposal[] {
  const known = new Set(found.map(({ key, articleId }) => `${articleId}\n${key}`))
  const isAlone = (word: string, { key, articleId }: Proposal) => word !== key && known.has(`${articleId}\n${word}`)
  return found.filter((one) => !one.key.split(' ').some((word) => isAlone(word, one)))
}

const weightOf = ({ people, solved, linked }: Proposal) => people * (solved + linked)
