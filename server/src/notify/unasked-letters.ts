// Letters to addresses that nobody has proved to be theirs: whoever writes one into a form has us write to it. One an hour
// to each mailbox, over all processes.
import { sql as raw } from 'kysely'
import type { Database, Statement } from '../database/database.ts'
import { prepared } from '../database/sql.ts'
import { sha256Hex } from '../util/sha256.ts'

/** One unasked letter to a mailbox in so long, milliseconds. */
export const unaskedMs = 3_600_000

/** Mailboxes that ignore dots: a dot more is the same person. */
const withoutDots = new Set(['gmail.com', 'googlemail.com'])

/** One name for all spellings of a mailbox that reach the same person: case, `+tag`, and dots where they mean nothing. */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1).toLowerCase()
  const [local = ''] = address.slice(0, at).toLowerCase().split('+')
  return `${withoutDots.has(domain) ? local.replaceAll('.', '') : local}@${domain}`
}

/** Gives whether a letter may go now. The same letter may go again: an attempt that failed is not its last. */
export type MayGo = (address: string, letterId: string) => Promise<boolean>

export function createUnaskedLetters(database: Database, { clock }: { clock: () => number }): MayGo {
  const claim = prepared<{ mailbox: string; letter: string; at: number; before: number }>(
    database.dialect,
    ({ mailbox, letter, at, before }) => raw`
      insert into unasked_letters (mailbox, letter, at) values (${mailbox}, ${letter}, ${at})
      on conflict (mailbox) do update set letter = excluded.letter, at = excluded.at
      where unasked_letters.at <= ${before} or unasked_letters.letter = excluded.letter
      returning mailbox`,
  )
  return async (address, letter) => {
    const at = clock()
    const mailbox = sha256Hex(mailboxOf(address))
    const [claimed = []] = await database.batch([claim({ mailbox, letter, at, before: at - unaskedMs })])
    return claimed.length > 0
  }
}

/** Forgets whom was written to more than an hour before `now`, epoch milliseconds. */
export const forgetUnasked = (now: number): Statement => ({
  sql: `delete from unasked_letters where at <= ${Math.floor(now - unaskedMs)}`,
  parameters: [],
})
