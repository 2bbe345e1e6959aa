// What the desk and its documentation achieve, from what tickets and reading left behind.
import type { DeflectionReport, ReactionReport, UnansweredReport } from '@bilet/shared/report-replies'
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import type { ArticleLibrary } from '../articles/library.ts'
import type { Database } from '../database/database.ts'
import { createDeflection } from './deflection.ts'
import type { Range } from './range.ts'
import { createReactionReport } from './reaction.ts'
import { createUnanswered } from './unanswered.ts'

export type Reports = {
  /** Promises of tickets submitted in the range (R4–R6). */
  reaction(range: Range): Promise<ReactionReport>
  /** What articles spared owners and staff; `limit` articles. */
  deflection(range: Range, limit: number): Promise<DeflectionReport>
  /** What the documentation does not answer yet; `limit` groups. */
  unanswered(range: Range, limit: number): Promise<UnansweredReport>
}

export type ReportsOptions = {
  policy: SupportPolicy
  library: Pick<ArticleLibrary, 'get' | 'lexicon'>
  /** Epoch milliseconds. */
  clock: () => number
  /** Brings what this process has recorded into the database. */
  flush: () => Promise<void>
}

/** The database must have been migrated. */
export function createReports(database: Database, { policy, library, clock, flush }: ReportsOptions): Reports {
  const deflection = createDeflection(database, library)
  const unanswered = createUnanswered(database, library.lexicon)
  const reaction = createReactionReport(database, policy)
  return {
    reaction: (range) => reaction(range, clock()),
    async deflection(range, limit) {
      await flush()
      return deflection(range, limit, clock())
    },
    async unanswered(range, limit) {
      await flush()
      return unanswered(range, limit)
    },
  }
}
