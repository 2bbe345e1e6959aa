// What owners asked and the documentation did not answer, for the people who write it.
import { sql as raw } from 'kysely'
import type { UnansweredReport } from '@bilet/shared/report-replies'
import { createAlike } from '../articles/learning/alike.ts'
import type { DeskLexicon } from '../articles/desk-lexicon.ts'
import type { Database } from '../database/database.ts'
import { prepared } from '../database/sql.ts'
import { notionsOf } from '../search/lexicon/lexicon.ts'
import { createLexiconMatcher } from '../search/lexicon/matcher.ts'
import { createMeaning } from '../search/lexicon/meaning.ts'
import type { Meaning } from '../search/lexicon/meaning.ts'
import { productNotions } from '../search/lexicon/product.ts'
import { toTime } from '../util/time.ts'
import { windowHours } from './deflection.ts'
import type { Range } from './range.ts'

type Asked = { words: string; last: number; nothingFound: number; notHelpful: number; sentAnyway: number }

/** The most asked ones, of which groups are made. */
const mostQuestions = 2_000

export function createUnanswered(database: Database, lexicon: Pick<DeskLexicon, 'read'>) {
  const questions = questionsIn(database.dialect)
  return async ({ from, to }: Range, limit: number): Promise<UnansweredReport> => {
    const asked = await database.query<Asked>(questions({ from, to, late: to + windowMs }))
    const meaningOf = createMeaning(createLexiconMatcher(productNotions, notionsOf(await lexicon.read())))
    return { from: toTime(from), to: toTime(to), groups: groupAlike(asked, meaningOf).slice(0, limit).map(toReply) }
  }
}

const windowMs = windowHours * 3_600_000
const window = raw.lit(windowMs)

/**
 * Why a question counts: nothing was found, else the owner's word, else what they did. One that was solved does not.
 * What came of questions is fewer than questions, so it is looked at first.
 */
const questionsIn = (dialect: Database['dialect']) =>
  prepared<Range & { late: number }>(
    dialect,
    ({ from, to, late }) => raw`
      with hints as (
        select id, words, at, 1 as hint from suggestion_queries where at >= ${from} and at < ${to} and found = 0
        union all
        select q.id, q.words, q.at, 2 as hint
        from suggestion_events e cross join suggestion_queries q
        where e.kind = 'not_helpful' and e.at >= ${from} and e.at < ${late} and q.id = e.query_id
        union all
        select q.id, q.words, q.at, 3 as hint
        from suggestion_events e cross join suggestion_queries q cross join suggestion_hits h
        where e.kind = 'sent_anyway' and e.at >= ${from} and e.at < ${late}
          and q.requester_id = e.requester_id and q.shop = e.shop and q.at >= e.at - ${window} and q.at <= e.at
          and h.query_id = q.id and h.article_id = e.article_id
      ),
      reasons as (
        select words, at, min(hint) as reason from hints
        where at >= ${from} and at < ${to} and not exists (
          select 1 from suggestion_events e where e.query_id = hints.id and e.kind = 'solved'
        )
        group by id, words, at
      )
      select words, max(at) as last,
        count(case when reason = 1 then 1 end) as "nothingFound",
        count(case when reason = 2 then 1 end) as "notHelpful",
        count(case when reason = 3 then 1 end) as "sentAnyway"
      from reasons group by words order by count(*) desc, max(at) desc, words limit ${raw.lit(mostQuestions)}`,
  )

/** `notions`: how often each is spoken of. */
type Group = Omit<Asked, 'words'> & { notions: Map<string, number>; examples: string[] }

/** Higher than for duplicates: questions are short, and one word in common is already much. */
const alikeFrom = 0.6
const mostExamples = 3

/** Each question joins the group whose first, most asked question is most like it in words or in meaning, or begins one. */
function groupAlike(asked: readonly Asked[], meaningOf: (words: string) => Meaning): Group[] {
  const bySaying = createAlike()
  const byMeaning = createAlike()
  const groups: Group[] = []
  for (const { words, ...counts } of asked) {
    const { notions, stems, others } = meaningOf(words)
    const said = new Set(stems)
    const meant = new Set([...notions.map((name) => `@${name}`), ...others])
    const [nearest, likeness] = [...bySaying.like(said), ...byMeaning.like(meant)].reduce(likelier, [-1, 0])
    const group = (likeness >= alikeFrom && groups[nearest]) || { ...none, notions: new Map(), examples: [] }
    if (group.examples.length === 0) {
      bySaying.add(said)
      byMeaning.add(meant)
      groups.push(group)
    }
    join(group, words, counts)
    for (const notion of notions) group.notions.set(notion, (group.notions.get(notion) ?? 0) + countOf(counts))
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

const none = { nothingFound: 0, notHelpful: 0, sentAnyway: 0, last: 0 }

const likelier = (best: [number, number], one: [number, number]) => (one[1] > best[1] ? one : best)

const countOf = ({ nothingFound, notHelpful, sentAnyway }: Omit<Asked, 'words' | 'last'>) =>
  nothingFound + notHelpful + sentAnyway

const mostSpokenOf = (notions: Group['notions']) => [...notions].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null

const toReply = (group: Group): UnansweredReport['groups'][number] => ({
  notion: mostSpokenOf(group.notions),
  count: countOf(group),
  nothingFound: group.nothingFound,
  notHelpful: group.notHelpful,
  sentAnyway: group.sentAnyway,
  lastAskedAt: toTime(group.last),
  examples: group.examples,
})
