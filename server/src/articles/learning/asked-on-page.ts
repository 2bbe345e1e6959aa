// What owners ask on a page of the admin panel, told by what they opened there.
import type { Database } from '../../database/database.ts'
import { prepared } from '../../database/sql.ts'

export type AskedOnPage = {
  /** Articles opened from questions that were asked on the page in the last three months, most opened first. */
  openedOn: (page: string, limit: number) => Promise<string[]>
}

const spanMs = 90 * 86_400_000

export function createAskedOnPage(database: Database, { clock }: { clock: () => number }): AskedOnPage {
  const opened = prepared<{ page: string; since: number; limit: number }>(
    database.dialect,
    ({ page, since, limit }, sql) =>
      sql
        .selectFrom('suggestion_events')
        .innerJoin('suggestion_queries', 'suggestion_queries.id', 'suggestion_events.query_id')
        .select((build) => ['article_id as articleId', build.fn.countAll().as('times')])
        .where('suggestion_queries.page', '=', page)
        .where('suggestion_queries.at', '>=', since)
        .where('kind', 'in', ['opened', 'solved'])
        .groupBy('article_id')
        .orderBy('times', 'desc')
        .orderBy('article_id')
        .limit(limit),
  )
  return {
    async openedOn(page, limit) {
      const rows = await database.query<{ articleId: string }>(opened({ page, since: clock() - spanMs, limit }))
      return rows.map(({ articleId }) => articleId)
    },
  }
}
