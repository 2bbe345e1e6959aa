// Articles that staff answered with, and the tickets that were resolved so: what lifts an article for like drafts.
import type { Database } from '../../database/database.ts'
import { prepared } from '../../database/sql.ts'
import type { LinkedDraft } from '../../search/linked-drafts.ts'

export type LinkedAnswers = {
  /**
   * What is known now, newest first: the same array until something else is. Where there is a background, reads the
   * database in it when that is a minute old.
   */
  links: () => readonly LinkedDraft[]
  /** Reads the database now. */
  refresh: () => Promise<void>
}

export type LinkedAnswersOptions = {
  /** Epoch milliseconds. */
  clock: () => number
  /** Told when the database could not be read: what was known before stays known. */
  onStale?: ((error: unknown) => void) | undefined
  /** Whether work goes on after the request that began it. */
  hasBackground?: boolean
}

const everyMs = 60_000
const mostLinks = 1_000

export function createLinkedAnswers(
  database: Database,
  { clock, onStale = () => {}, hasBackground = true }: LinkedAnswersOptions,
): LinkedAnswers {
  const resolved = prepared<object>(database.dialect, (_, sql) =>
    sql
      .selectFrom('article_links')
      .innerJoin('tickets', 'tickets.id', 'article_links.ticket_id')
      .select(['article_links.article_id as articleId', 'article_links.words as text'])
      .where('tickets.status', '=', 'resolved')
      .orderBy('article_links.at', 'desc')
      .limit(mostLinks),
  )
  let held: readonly LinkedDraft[] = []
  let readAt = Number.NEGATIVE_INFINITY

  async function refresh() {
    readAt = clock()
    held = await database.query<LinkedDraft>(resolved({}))
  }

  return {
    refresh,
    links() {
      if (hasBackground && clock() - readAt >= everyMs) refresh().catch(onStale)
      return held
    },
  }
}
