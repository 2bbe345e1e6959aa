// Which passage of an article is shown: to who asks how a thing is done its beginning, to who tells of a trouble what is
// said of that.
import { PieceKind } from '../index/pieces.ts'
import type { SearchIndex } from '../index/search-index.ts'
import type { Ranked } from './rank.ts'
import type { PieceReader } from './score-pieces.ts'

/** What an owner wants of an article; a passage that is about neither is taken as it answers best. */
export type Wish = 'steps' | 'instructions' | 'trouble'

const words = (whole: string, begun: string) => String.raw`(?:(?:${whole})(?!\p{L})|(?:${begun}))`
/** What is said of a trouble; «как не …» asks for a way. */
const TROUBLE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<!(?:как|як)\s)${words(
    "не|нет|нету|нема|немає|ні|no|not|cannot|can't|don't|doesn't|won't|isn't|вместо|замість|instead|раньше|раніше|почему|чому|why",
    'недоступ|неверн|неправильн|пропа[лд]|исчез|зник|слома|злама|вылет|виліта|зависа|крут[ия]т|глюч|тормоз|ошибк|помилк|error|fail|broken',
  )}`,
  'iu',
)
const HOW = /^\P{L}*(?:как|як|how)(?!\p{L})(?!\s+(?:долго|часто|скоро|много|довго|швидко|long|much|many|often))/iu
const WHERE = /^\P{L}*(?:где|куда|можно|а можно|де|куди|чи можна|можна|where|can i|is it possible)(?!\p{L})/iu
/** A section for what goes wrong, by its heading. */
const ABOUT_TROUBLE = new RegExp(
  String.raw`^\P{L}*${words(
    'если|якщо|if|не|нет|немає|почему|чому|why|что делать|що робити|what to do|вопросы|питання|faq',
    'ошибк|помилк|error|проблем|неполад|сбо[йи]|збо[їй]|устранени|усунення|troubleshoot|частые|часті',
  )}`,
  'iu',
)

/** What is wished for, though it be that something were not so. */
const PURPOSE = /(?<!\p{L})(?:чтобы?|щоб|so that)(?!\p{L})[^.!?\n]{0,200}/giu

export function wishOf(text: string): Wish | undefined {
  if (TROUBLE.test(text.replaceAll(PURPOSE, ''))) return 'trouble'
  if (HOW.test(text)) return 'steps'
  return WHERE.test(text) ? 'instructions' : undefined
}

/** A passage of the introduction gives way to one under a heading that holds so much of what it does. */
const UNDER_HEADING = 0.5
/** What is said of troubles is shown though something else in the article holds more of the question, if it holds this much. */
const OF_TROUBLE = 0.3

/** The number of the piece to cut the excerpt from. */
export function shownPiece(index: SearchIndex, { article, piece }: Ranked, read: PieceReader, wish?: Wish): number {
  const { pieces, articles } = index.stored
  const { headings = [], title = '' } = articles[article] ?? {}
  const sectionOf = (at: number) => pieces.section[at] ?? -1
  const isTrouble = (at: number) => ABOUT_TROUBLE.test(headings[sectionOf(at)] ?? '')
  if (!wish || headings.length === 0) return piece
  const best = read(article)
  if (wish === 'trouble') {
    const told = best(isTrouble)
    const isEnough = told.score > 0 && told.score >= OF_TROUBLE * best().score
    // An article on a trouble speaks of it everywhere.
    return isEnough && !TROUBLE.test(title) ? told.piece : piece
  }
  const calm = best((at) => !isTrouble(at))
  if (calm.score === 0) return piece
  if (wish === 'instructions') return calm.piece
  const under = best((at) => sectionOf(at) >= 0 && !isTrouble(at))
  const from = sectionOf(calm.piece) < 0 && under.score >= UNDER_HEADING * calm.score ? under.piece : calm.piece
  return beginningOf(index, article, from)
}

/** The first passage of the section in which a passage stands. */
function beginningOf({ stored: { pieces }, firstPiece }: SearchIndex, article: number, piece: number): number {
  const isBefore = (at: number) => pieces.section[at] === pieces.section[piece] && pieces.kind[at] === PieceKind.body
  let first = piece
  for (let at = piece - 1; at >= (firstPiece[article] ?? 0) && isBefore(at); at--) first = at
  return first
}
