import { buildIndex } from '../../src/search/build-index.ts'
import { emptyLexicon } from '../../src/search/lexicon/lexicon.ts'
import type { Notion } from '../../src/search/lexicon/notion.ts'
import type { SearchIndex } from '../../src/search/index/search-index.ts'
import type { SearchDocument } from '../../src/search/search-document.ts'
import { shippedTuning } from '../../src/search/tuning.ts'
import type { Tuning } from '../../src/search/tuning.ts'
import { pairedFigure, pairedGain } from './bootstrap.ts'
import { searchOf } from './engines/bilet.ts'
import { isAnswerable, isRight, quality, silence } from './measures.ts'
import type { Outcome } from './measures.ts'
import type { JudgedQuery } from './read-sets.ts'
import { askAll } from './run.ts'
import { share, table } from './table.ts'

const PARTS: readonly (readonly [string, Partial<Tuning>])[] = [
  ['BM25F', { bm25: 0 }],
  ['best passage', { passage: 0 }],
  ['character grams of titles and headings', { grams: 0 }],
  ['fit of the title', { titleFit: 0 }],
  ['kin by root', { root: 0 }],
  ['typing mistakes', { fuzzy: 0 }],
  ['other script by ear', { sound: 0 }],
  ['translit', { translit: 0 }],
  ['keyboard layout', { layout: 0 }],
  ['prefix of the last word', { prefix: 0 }],
  ['light words', { lightWord: 1 }],
  ['weight of names', { name: 1 }],
  ['focus on the sentences that ask', { focus: 0 }],
  ['silence: the length of the question', { dilution: 0 }],
  ['silence: notions and names that are lacking', { missing: 1 }],
  ['silence: sales', { sales: 0 }],
]

const LEXICON: readonly (readonly [string, (notion: Notion) => Notion])[] = [
  ['names in the lexicon', (notion) => ({ ...notion, isName: false })],
  ['situations: signs in the lexicon', (notion) => ({ ...notion, signs: [] })],
  ['kinds and loose words in the lexicon', (notion) => ({ ...notion, narrower: [] })],
]

/** What is lost when a part is left out: points of @3 and of AUC with their 95 % intervals, @1, MRR. */
export function ablationTable(
  documents: readonly SearchDocument[],
  queries: readonly JudgedQuery[],
  notions: readonly Notion[],
): string {
  const indexOf = (some: readonly Notion[]): SearchIndex => buildIndex(documents, emptyLexicon, some)
  const index = indexOf(notions)
  const whole = askAll(searchOf(index, shippedTuning), queries)
  const without = PARTS.map(([name, off]): [string, Outcome[]] => [
    name,
    askAll(searchOf(index, { ...shippedTuning, ...off }), queries),
  ])
  const askWith = (some: readonly Notion[]): Outcome[] => askAll(searchOf(indexOf(some), shippedTuning), queries)
  const poorer = LEXICON.map(([name, poor]): [string, Outcome[]] => [name, askWith(notions.map(poor))])
  const rows = [...without, ['lexicon', askWith([])] as const, ...poorer]
  return table(
    ['left out', '@3', 'given by it at @3, 95 %', '@1', 'MRR@10', 'AUC', 'given by it at AUC, 95 %'],
    [['nothing', whole] as const, ...rows].map(([name, outcomes]) => row(name, whole, outcomes)),
  )
}

const hits = (outcomes: readonly Outcome[]): number[] =>
  outcomes.filter(isAnswerable).map((one) => (isRight(one) ? 1 : 0))

function row(name: string, whole: readonly Outcome[], outcomes: readonly Outcome[]): string[] {
  const { recall1, recall3, mrr10 } = quality(outcomes.filter(isAnswerable))
  const found = points(pairedGain(hits(outcomes), hits(whole)))
  return [
    name,
    share(recall3),
    found,
    share(recall1),
    share(mrr10),
    share(auc(outcomes)),
    points(pairedFigure(outcomes, whole, auc)),
  ]
}

const auc = (set: readonly Outcome[]): number => silence(set).auc

const points = ({ mean, low, high }: { mean: number; low: number; high: number }): string =>
  `${(100 * mean).toFixed(1)} [${(100 * low).toFixed(1)}, ${(100 * high).toFixed(1)}]`
