// What was written before issuers were kept goes to its owner when they come back: whoever signs for the same shop and
// subject first. A desk that names BILET_IDENTITY_ISSUER has one who can.
import type { VerifiedCaller } from '@bilet/shared/caller'
import { sql as raw } from 'kysely'
import type { Database } from '../../database/database.ts'
import { prepared } from '../../database/sql.ts'
import { ownerId, unclaimedId } from '../requester.ts'
import { formerTicketsScope, ticketsScope } from '../tickets-scope.ts'

const tables = ['tickets', 'suggestion_queries', 'suggestion_events'] as const

type Adoption = { from: string; to: string; issuer: string; scope: string; formerScope: string }

/** Gives the act of adopting; called once for each token that is new to the process. */
export function createAdoption(database: Database): (caller: VerifiedCaller) => Promise<void> {
  const waiting = prepared<{ from: string }>(
    database.dialect,
    ({ from }) =>
      raw`${raw.join(
        tables.map(
          (table) => raw`select 1 where exists (select 1 from ${raw.table(table)} where requester_id = ${from})`,
        ),
        raw` union all `,
      )}`,
  )
  // Idempotency keys move along: a repeat of what was sent before is still no second ticket.
  const takeTickets = prepared<Adoption>(
    database.dialect,
    ({ from, to, issuer, scope, formerScope }) => raw`
      update tickets set requester_id = ${to}, issuer = ${issuer},
        claim_scope = case when claim_scope = ${formerScope} then ${scope} else claim_scope end
      where requester_id = ${from}`,
  )
  const takeReading = (['suggestion_queries', 'suggestion_events'] as const).map((table) =>
    prepared<Adoption>(database.dialect, ({ from, to }, sql) =>
      sql.updateTable(table).set({ requester_id: to }).where('requester_id', '=', from),
    ),
  )

  return async (caller) => {
    const from = unclaimedId(caller)
    if ((await database.query(waiting({ from }))).length === 0) return
    const adoption: Adoption = {
      from,
      to: ownerId(caller),
      issuer: caller.issuer,
      scope: ticketsScope(ownerId(caller)),
      formerScope: formerTicketsScope(caller),
    }
    await database.batch([takeTickets(adoption), ...takeReading.map((take) => take(adoption))])
  }
}
