// What articles spared owners and staff. Strictly: opened, told "solved", and no ticket by that owner in 72 hours; who
// is not known by an identity cannot be followed so far, their clicks stand beside it.
import { sql as raw } from 'kysely'
import type { DeflectionReport } from '@bilet/shared/report-replies'
import type { ArticleLibrary } from '../articles/library.ts'
import { inTurns } from '../util/in-turns.ts'
import type { Database, Statement } from '../database/database.ts'
import { prepared } from '../database/sql.ts'
import { toTime } from '../util/time.ts'
import { nextTurn } from './next-turn.ts'
import type { Range } from './range.ts'

/** An owner who writes within so long, the last moment included, was not helped. */
export const windowHours = 72
const windowMs = windowHours * 3_600_000
const readsAtOnce = 16

type Strict = { deflected: number; pending: number }
type Clicks = { opened: number; solved: number; notHelpful: number; sentAnyway: number }
type ByArticle<Row> = Row & { articleId: string }

export function createDeflection(database: Database, library: Pick<ArticleLibrary, 'get'>) {
  const statements = statementsFor(database.dialect)
  const titleOf = async (id: string) => (await library.get(id))?.title ?? null

  async function rows<Row>(statement: Statement): Promise<Row[]> {
    const found = await database.query<Row>(statement)
    await nextTurn()
    return found
  }

  async function totals(range: Range & Moment): Promise<DeflectionReport['total']> {
    const [strict] = await rows<Strict>(statements.strict(range))
    const [asked] = await rows<{ questions: number; unanswered: number }>(statements.questions(range))
    const [clicks] = await rows<Clicks>(statements.clicks(range))
    return { ...noStrict, questions: 0, unanswered: 0, ...noClicks, ...strict, ...asked, ...clicks }
  }

  async function articles(range: Range & Moment, limit: number): Promise<DeflectionReport['articles']> {
    const read = await rows<ByArticle<Clicks & { shown: number }>>(statements.clicksByArticle({ ...range, limit }))
    const strict = await rows<ByArticle<Strict>>(statements.strictByArticle(range))
    const strictOf = new Map(strict.map(({ articleId, ...counts }) => [articleId, counts]))
    const titles = await inTurns(read, readsAtOnce, ({ articleId }) => titleOf(articleId))
    return read.map((counts, at) => ({
      ...counts,
      title: titles[at] ?? null,
      ...(strictOf.get(counts.articleId) ?? noStrict),
    }))
  }

  return async (range: Range, limit: number, now: number): Promise<DeflectionReport> => ({
    from: toTime(range.from),
    to: toTime(range.to),
    windowHours,
    total: await totals({ ...range, now }),
    articles: await articles({ ...range, now }, limit),
  })
}

const noStrict: Strict = { deflected: 0, pending: 0 }
const noClicks: Clicks = { opened: 0, solved: 0, notHelpful: 0, sentAnyway: 0 }

type Moment = { now: number }

const window = raw.lit(windowMs)
const day = raw.lit(24 * 3_600_000)

/**
 * One row an article that solved an owner's question: opened before, and no ticket since. The first click in the range
 * counts: clicking again does not move the 72 hours. A shop has many tickets, an owner few, of late fewer: the shop is
 * compared so that no engine looks tickets up by it, and the first number of the day bounds what is looked at.
 */
const keptBack = ({ from, to }: Range) => raw`
  with solved as (
    select article_id, query_id, requester_id, shop, min(at) as at
    from suggestion_events
    where kind = 'solved' and at >= ${from} and at < ${to} and requester_id is not null
    group by article_id, query_id, requester_id, shop
  ),
  opened as materialized (
    select solved.*, (
      select max(o.at) from suggestion_events o
      where o.kind = 'opened' and o.requester_id = solved.requester_id and o.shop = solved.shop
        and o.article_id = solved.article_id and o.at <= solved.at and o.at >= solved.at - ${window}
    ) as opened_at
    from solved
  ),
  kept as (
    select * from opened
    where opened_at is not null and not exists (
      select 1 from tickets
      where tickets.requester_id = opened.requester_id and coalesce(tickets.shop, '') = opened.shop
        and tickets.number >= (
          select first_number from arrival_days where day >= opened.opened_at / ${day} order by day limit 1
        )
        and tickets.submitted_at >= opened.opened_at and tickets.submitted_at <= opened.at + ${window}
    )
  )`

const tallied = ({ now }: Moment) => raw`
  count(case when at + ${window} < ${now} then 1 end) as deflected,
  count(case when at + ${window} >= ${now} then 1 end) as pending`

const counted = raw`
  count(case when kind = 'opened' then 1 end) as opened,
  count(case when kind = 'solved' then 1 end) as solved,
  count(case when kind = 'not_helpful' then 1 end) as "notHelpful"`

const statementsFor = (dialect: Database['dialect']) => ({
  /** A question solved by two articles is one. */
  strict: prepared<Range & Moment>(
    dialect,
    (range) => raw`${keptBack(range)}
      select ${tallied(range)} from (
        select min(at) as at from kept group by requester_id, shop, query_id
      ) as questions`,
  ),
  strictByArticle: prepared<Range & Moment>(
    dialect,
    (range) => raw`${keptBack(range)}
      select article_id as "articleId", ${tallied(range)} from kept group by article_id`,
  ),
  questions: prepared<Range>(
    dialect,
    ({ from, to }) => raw`
      select count(*) as questions, count(case when found = 0 then 1 end) as unanswered
      from suggestion_queries where at >= ${from} and at < ${to}`,
  ),
  /** Every article that a ticket's owner had seen has an event of its own, all at one moment: they are one ticket. */
  clicks: prepared<Range>(
    dialect,
    ({ from, to }) => raw`
      select ${counted},
        count(distinct case when kind = 'sent_anyway' then at || ' ' || coalesce(requester_id, '') end) as "sentAnyway"
      from suggestion_events where at >= ${from} and at < ${to}`,
  ),
  clicksByArticle: prepared<Range & { limit: number }>(
    dialect,
    ({ from, to, limit }) => raw`
      select most.*, (
        select count(*) from suggestion_hits
        where suggestion_hits.article_id = most."articleId" and at >= ${from} and at < ${to}
      ) as shown
      from (
        select article_id as "articleId", ${counted},
          count(case when kind = 'sent_anyway' then 1 end) as "sentAnyway"
        from suggestion_events where at >= ${from} and at < ${to}
        group by article_id order by opened desc, article_id limit ${limit}
      ) as most order by opened desc, "articleId"`,
  ),
})
