import { buildIndex } from '../../src/search/build-index.ts'
import { shippedTuning } from '../../src/search/tuning.ts'
import { searchOf } from './engines/bilet.ts'
import { isAnswerable, isRight, quality, shareAbove, silence, thresholdKeeping } from './measures.ts'
import type { Outcome } from './measures.ts'
import { readCorpus, readQueries } from './read-sets.ts'
import type { Sets } from './read-sets.ts'
import { askAll } from './run.ts'
import { share, table } from './table.ts'

const KEPT = 0.97

const rightTops = (outcomes: readonly Outcome[]): number[] =>
  outcomes.filter((one) => isAnswerable(one) && isRight(one)).map(({ top }) => top)
const noneTops = (outcomes: readonly Outcome[]): number[] =>
  outcomes.filter((one) => !isAnswerable(one)).map(({ top }) => top)

const keptAndFalse = (outcomes: readonly Outcome[], threshold: number): string =>
  `${share(shareAbove(rightTops(outcomes), threshold))} / ${share(shareAbove(noneTops(outcomes), threshold))}`

/**
 * Several documentations, each judged by a threshold that was chosen on the others alone so that it keeps 97 % of right
 * answers there, and by the shipped one: the share of right answers kept, of unanswerable questions answered.
 */
export async function acrossCorpora(named: readonly (readonly [string, Sets])[]): Promise<string> {
  const runs: [string, Outcome[]][] = []
  for (const [name, { documents, queries }] of named) {
    const index = buildIndex(await readCorpus(documents))
    runs.push([name, askAll(searchOf(index, shippedTuning), readQueries(queries))])
  }
  return table(
    ['corpus', '@1', '@3', 'AUC', 'by the others, kept / false', 'as shipped, kept / false'],
    runs.map(([name, outcomes]) => {
      const others = runs.flatMap(([other, theirs]) => (other === name ? [] : rightTops(theirs)))
      const { recall1, recall3 } = quality(outcomes.filter(isAnswerable))
      const figures = [recall1, recall3, silence(outcomes).auc].map(share)
      const { threshold } = shippedTuning
      return [
        name,
        ...figures,
        keptAndFalse(outcomes, thresholdKeeping(others, KEPT)),
        keptAndFalse(outcomes, threshold),
      ]
    }),
  )
}
