// What owners asked and the documentation did not answer, for the people who write it.
import { sql as raw } from 'kysely'
import type { UnansweredReport } from '@bilet/shared/report-replies'
import { createAlike } from '../articles/learning/alike.ts'
import { gist } from '../articles/learning/gist.ts'
import type { Database } from '../database/database.ts'
import { prepared } from '../database/sql.ts'
import { toTime } from '../tickets/owner-view.ts'
import { windowHours } from './deflection.ts'
import type { Range } from './reports.ts'

type Asked = { words: string; last: number; nothingFound: number; notHelpful: number; sentAnyway: number }

/** The most asked ones, of which groups are made. */
const mostQuestions = 2_000

export function createUnanswered(database: Database) {
  const questions = questionsIn(database.dialect)
  return async ({ from, to }: Range, limit: number): Promise<UnansweredReport> => {
    const asked = await database.query<Asked>(questions({ from, to }))
    return { from: toTime(from), to: toTime(to), groups: groupAlike(asked).slice(0, limit).map(toReply) }
  }
}

/** Why a question counts: nothing was found, else the owner's word, else what they did; solved ones do not count. */
const questionsIn = (dialect: Database['dialect']) =>
  prepared<Range>(
    dialect,
    ({ from, to }) => raw`
      with asked as (
        select words, at, case
          when found = 0 then 'nothing_found'
          when exists (
            select 1 from suggestion_events e where e.query_id = q.id and e.kind = 'solved'
          ) then 'solved'
          when exists (
            select 1 from suggestion_events e where e.query_id = q.id and e.kind = 'not_helpful'
          ) then 'not_helpful'
          when exists (
            select 1 from suggestion_hits h join suggestion_events e on e.article_id = h.article_id
            where h.query_id = q.id and e.kind = 'sent_anyway' and e.requester_id = q.requester_id and e.shop = q.shop
              and e.at >= q.at and e.at <= q.at + ${raw.lit(windowHours * 3_600_000)}
          ) then 'sent_anyway'
          else 'answered' end as outcome
        from suggestion_queries q where at >= ${from} and at < ${to}
      )
      select words, max(at) as last,
        count(case when outcome = 'nothing_found' then 1 end) as "nothingFound",
        count(case when outcome = 'not_helpful' then 1 end) as "notHelpful",
        count(case when outcome = 'sent_anyway' then 1 end) as "sentAnyway"
      from asked where outcome not in ('solved', 'answered')
      group by words order by count(*) desc, max(at) desc, words limit ${raw.lit(mostQuestions)}`,
  )

type Group = Omit<Asked, 'words'> & { examples: string[] }

/** Higher than for duplicates: questions are short, and one word in common is already much. */
const alikeFrom = 0.6
const mostExamples = 3

/** Each question joins the group whose first, most asked question it is most like, or begins one. */
function groupAlike(asked: readonly Asked[]): Group[] {
  const alike = createAlike()
  const groups: Group[] = []
  for (const { words, ...counts } of asked) {
    const about = gist(words)
    const [nearest, likeness] = [...alike.like(about)].reduce((best, one) => (one[1] > best[1] ? one : best), [-1, 0])
    const group = likeness >= alikeFrom ? groups[nearest] : undefined
    if (group) join(group, words, counts)
    else groups[alike.add(about)] = { ...counts, examples: [words] }
  }
  return groups.toSorted((a, b) => countOf(b) - countOf(a) || b.last - a.last)
}

function join(group: Group, words: string, counts: Omit<Asked, 'words'>) {
  group.nothingFound += counts.nothingFound
  group.notHelpful += counts.notHelpful
  group.sentAnyway += counts.sentAnyway
  group.last = Math.max(group.last, counts.last)
  if (group.examples.length < mostExamples) group.examples.push(words)
}

const countOf = ({ nothingFound, notHelpful, sentAnyway }: Group) => nothingFound + notHelpful + sentAnyway

const toReply = (group: Group): UnansweredReport['groups'][number] => ({
  count: countOf(group),
  nothingFound: group.nothingFound,
  notHelpful: group.notHelpful,
  sentAnyway: group.sentAnyway,
  lastAskedAt: toTime(group.last),
  examples: group.examples,
})
