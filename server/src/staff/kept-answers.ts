// Answers to what staff did under an idempotency key, where no ticket's history has them: the same for a repeat, in
// whichever process it arrives. The act and its answer are two commits; one that was cut short in between is done again.
import { sql as raw } from 'kysely'
import { text } from '../database/insert-where.ts'
import type { Database, Statement } from '../database/database.ts'
import { prepared } from '../database/sql.ts'

/** `answer` is null while it is being made. */
export type Kept = { fingerprint: string; answer: string | null }

export type KeptAnswers = {
  /** Takes the name for whoever asks first: null. Everybody else is given what is kept under it. */
  claim(name: string, fingerprint: string): Promise<Kept | null>
  keep(name: string, answer: string): Promise<void>
  /** As if it had never been taken: what was refused uses no key up. */
  release(name: string): Promise<void>
}

/** A process that took a name and has not answered by then is gone. */
const leaseMs = 60_000
const keptMs = 30 * 86_400_000

/** The database must have been migrated. `clock` gives epoch milliseconds. */
export function createKeptAnswers(database: Database, { clock }: { clock: () => number }): KeptAnswers {
  const { take, look, keep, release } = statementsFor(database.dialect)

  const claim: KeptAnswers['claim'] = async (name, fingerprint) => {
    const [taken = []] = await database.batch([take({ name, fingerprint, at: clock(), before: clock() - leaseMs })])
    if (taken.length > 0) return null
    const [kept] = await database.query<Kept>(look({ name }))
    // Released meanwhile: it may be taken.
    return kept ?? claim(name, fingerprint)
  }

  return {
    claim,
    async keep(name, answer) {
      await database.batch([keep({ name, answer, at: clock() })])
    },
    async release(name) {
      await database.batch([release({ name })])
    },
  }
}

/** Forgets answers that were given thirty days before `now`, epoch milliseconds. */
export const forgetAnswers = (now: number): Statement => ({
  sql: `delete from staff_answers where at <= ${Math.floor(now - keptMs)}`,
  parameters: [],
})

const statementsFor = (dialect: Database['dialect']) => ({
  take: prepared<{ name: string; fingerprint: string; at: number; before: number }>(
    dialect,
    ({ name, fingerprint, at, before }) => raw`
      insert into staff_answers (name, fingerprint, at) values (${text(name)}, ${text(fingerprint)}, ${at})
      on conflict (name) do update set fingerprint = excluded.fingerprint, at = excluded.at
      where staff_answers.answer is null and staff_answers.at <= ${before}
      returning name`,
  ),
  look: prepared<{ name: string }>(dialect, ({ name }, sql) =>
    sql.selectFrom('staff_answers').select(['fingerprint', 'answer']).where('name', '=', name),
  ),
  keep: prepared<{ name: string; answer: string; at: number }>(dialect, ({ name, answer, at }, sql) =>
    sql.updateTable('staff_answers').set({ answer, at }).where('name', '=', name),
  ),
  release: prepared<{ name: string }>(dialect, ({ name }, sql) =>
    sql.deleteFrom('staff_answers').where('name', '=', name).where('answer', 'is', null),
  ),
})
