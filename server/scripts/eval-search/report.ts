import { isAnswerable, percentile, quality, shareAbove, silence } from './measures.ts'
import type { Outcome } from './measures.ts'
import type { Run } from './run.ts'
import { ms, share, table } from './table.ts'

/** One line an engine: quality over answerable queries, silence, latency, build. */
export function engineTable(runs: readonly Run[]): string {
  const head = ['engine', '@1', '@3', 'MRR@10', 'nDCG@5', 'AUC', 'false', 'p50', 'p99', 'build']
  return table(
    head,
    runs.map(({ name, outcomes, buildMilliseconds }) => {
      const { recall1, recall3, mrr10, ndcg5 } = quality(outcomes.filter(isAnswerable))
      const { auc, falseShare } = silence(outcomes)
      const times = outcomes.map(({ milliseconds }) => milliseconds)
      const quick = [ms(percentile(times, 0.5)), ms(percentile(times, 0.99)), ms(buildMilliseconds)]
      return [name, ...[recall1, recall3, mrr10, ndcg5, auc, falseShare].map(share), ...quick]
    }),
  )
}

function row(name: string, outcomes: readonly Outcome[]): string[] {
  const { count, recall1, recall3, mrr10, ndcg5 } = quality(outcomes)
  return [name, String(count), ...[recall1, recall3, mrr10, ndcg5].map(share)]
}

/** Quality by kind of query. */
export function kindTable(outcomes: readonly Outcome[]): string {
  const answerable = outcomes.filter(isAnswerable)
  const kinds = [...new Set(answerable.map(({ query }) => query.kind))]
  const byKind = kinds.map((kind) =>
    row(
      kind,
      answerable.filter(({ query }) => query.kind === kind),
    ),
  )
  return table(['kind', 'queries', '@1', '@3', 'MRR@10', 'nDCG@5'], [...byKind, row('all', answerable)])
}

/** What the shipped threshold does to right answers and to queries that nothing answers. */
export function thresholdLine(outcomes: readonly Outcome[], threshold: number): string {
  const right = outcomes.filter(({ place, query }) => query.relevant.length > 0 && place >= 0 && place < 3)
  const none = outcomes.filter((outcome) => !isAnswerable(outcome))
  const kept = shareAbove(
    right.map(({ top }) => top),
    threshold,
  )
  const shown = shareAbove(
    none.map(({ top }) => top),
    threshold,
  )
  return `at the shipped threshold ${threshold}: ${share(kept)} of right answers kept, ${share(shown)} of unanswerable queries answered`
}

export const missesOf = (outcomes: readonly Outcome[]): string[] =>
  outcomes
    .filter((outcome) => isAnswerable(outcome) && (outcome.place < 0 || outcome.place > 2))
    .map(
      ({ query, place }) =>
        `${query.kind}  ${query.q}  wants ${query.relevant[0]}, found at ${place < 0 ? '>10' : place + 1}`,
    )
