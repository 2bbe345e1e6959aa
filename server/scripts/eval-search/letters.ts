import { answersTo } from '../../src/articles/answers-to.ts'
import type { SearchIndex } from '../../src/search/index/search-index.ts'
import { suggest } from '../../src/search/suggest.ts'
import type { SuggestQuery } from '../../src/search/suggest.ts'
import type { JudgedQuery } from './read-sets.ts'
import { share, table } from './table.ts'

/** How owners go on to another question; nothing is the commonest. */
const TURNS = ['', 'И ещё вопрос: ', 'Также ', 'Второй вопрос. ', 'Заодно подскажите, ']
const LETTERS = 60
const LONGEST = 300

/** Two questions of different articles in one letter. */
type Letter = { text: string; wanted: (readonly string[])[] }

/** Letters of two questions: in how many each is answered among three, asked whole and question by question. */
export function letterTable(index: SearchIndex, queries: readonly JudgedQuery[]): string {
  const letters = lettersOf(queries)
  const figures = (search: (query: SuggestQuery) => readonly { articleId: string }[]): string[] => {
    const met = letters.map(({ text, wanted }) => {
      const found = new Set(search({ description: text, limit: 3 }).map(({ articleId }) => articleId))
      return wanted.filter((some) => some.some((id) => found.has(id))).length
    })
    const of = (least: number): string => share(met.filter((count) => count >= least).length / letters.length)
    return [of(2), of(1)]
  }
  return table(
    [`${letters.length} letters of two questions`, 'both answered', 'one at least'],
    [
      ['asked whole', ...figures((query) => suggest(index, query))],
      ['by question', ...figures((query) => answersTo(index, query))],
    ],
  )
}

function lettersOf(queries: readonly JudgedQuery[]): Letter[] {
  const plain = queries.filter(
    ({ q, kind, relevant }) => relevant.length > 0 && q.length < LONGEST && /short|paraphrase|long|synonym/u.test(kind),
  )
  const half = Math.floor(plain.length / 2)
  return plain.slice(0, Math.min(half, LETTERS)).flatMap((first, at) => {
    const second = plain[at + half]
    if (second === undefined || first.relevant.some((id) => second.relevant.includes(id))) return []
    const text = `${closed(first.q)} ${TURNS[at % TURNS.length]}${closed(second.q)}`
    return [{ text, wanted: [first.relevant, second.relevant] }]
  })
}

const closed = (text: string): string => (/[.!?]$/u.test(text) ? text : `${text}.`)
