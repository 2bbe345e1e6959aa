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
  ['other languages', { translation: 0 }],
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
  ['silence: whose words they are', { ownWords: 0 }],
  ['silence: what such words ask', { documented: 0 }],
]

const LEXICON: readonly (readonly [string, Partial<Notion>])[] = [
  ['names in the lexicon', { isName: false }],
  ['situations: signs in the lexicon', { signs: [] }],
  ['kinds and loose words in the lexicon', { narrower: [] }],
]

/** A notion without a part. Its lists are read when they are asked for, so they are named here one by one. */
const poorer = ({ isName, same, narrower, signs, wider, under }: Notion, poor: Partial<Notion>): Notion => ({
  isName,
  same,
  narrower,
  signs,
  wider,
  under,
  ...poor,
})

/** One documentation and what is asked of it. */
export type Asked = { documents: readonly SearchDocument[]; queries: readonly JudgedQuery[] }

/** Outcomes of several documentations one after another, each of which is judged for itself where scores are compared. */
type Answered = { set: number; outcome: Outcome }

/**
 * What is lost when a part is left out: points of @3 and of AUC with their 95 % intervals, @1, MRR. Of several documentations
 * all questions count alike; for AUC each is compared with those of its own.
 */
export function ablationTable(asked: readonly Asked[], notions: readonly Notion[]): string {
  const indexesOf = (some: readonly Notion[]): SearchIndex[] =>
    asked.map(({ documents }) => buildIndex(documents, emptyLexicon, some))
  const ask = (indexes: readonly SearchIndex[], tuning: Tuning): Answered[] =>
    indexes.flatMap((index, set) =>
      askAll(searchOf(index, tuning), asked[set]?.queries ?? []).map((outcome) => ({ set, outcome })),
    )
  const indexes = indexesOf(notions)
  const whole = ask(indexes, shippedTuning)
  const without = PARTS.map(([name, off]): [string, Answered[]] => [name, ask(indexes, { ...shippedTuning, ...off })])
  const askWith = (some: readonly Notion[]): Answered[] => ask(indexesOf(some), shippedTuning)
  const withPoorer = LEXICON.map(([name, poor]): [string, Answered[]] => [
    name,
    askWith(notions.map((notion) => poorer(notion, poor))),
  ])
  const rows = [...without, ['lexicon', askWith([])] as const, ...withPoorer]
  return table(
    ['left out', '@3', 'given by it at @3, 95 %', '@1', 'MRR@10', 'AUC', 'given by it at AUC, 95 %'],
    [['nothing', whole] as const, ...rows].map(([name, answered]) => row(name, whole, answered)),
  )
}

const outcomesOf = (answered: readonly Answered[]): Outcome[] => answered.map(({ outcome }) => outcome)

const hits = (outcomes: readonly Outcome[]): number[] =>
  outcomes.filter(isAnswerable).map((one) => (isRight(one) ? 1 : 0))

function row(name: string, whole: readonly Answered[], answered: readonly Answered[]): string[] {
  const outcomes = outcomesOf(answered)
  const { recall1, recall3, mrr10 } = quality(outcomes.filter(isAnswerable))
  const found = points(pairedGain(hits(outcomes), hits(outcomesOf(whole))))
  return [
    name,
    share(recall3),
    found,
    share(recall1),
    share(mrr10),
    share(auc(answered)),
    points(pairedFigure(answered, whole, auc)),
  ]
}

/** The mean of the sets' AUC, each weighing as many pairs as it has. */
function auc(answered: readonly Answered[]): number {
  let sum = 0
  let all = 0
  for (const set of new Set(answered.map((one) => one.set))) {
    const outcomes = outcomesOf(answered.filter((one) => one.set === set))
    const answerable = outcomes.filter(isAnswerable).length
    const pairs = answerable * (outcomes.length - answerable)
    sum += pairs * silence(outcomes).auc
    all += pairs
  }
  return sum / Math.max(1, all)
}

const points = ({ mean, low, high }: { mean: number; low: number; high: number }): string =>
  `${(100 * mean).toFixed(1)} [${(100 * low).toFixed(1)}, ${(100 * high).toFixed(1)}]`
