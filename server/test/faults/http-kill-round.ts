import type { SubmittedReply } from '@bilet/shared/replies'
import { inTurns } from '../../src/util/in-turns.ts'
import { as, draft, staffToken, tokenFor } from '../support/over-http.ts'
import { startServerProcess } from '../support/server-process.ts'

export type HttpKillVerdict = {
  /** Tickets whose owner was told 201 before the kill. */
  acknowledged: number
  /** Of these, keys whose repeat was not answered with the very same ticket. */
  lost: string[]
  /** Tickets there are when every key has been repeated until it was answered; right is one a key. */
  stored: number
}

/** Connections at a time; each carries one submission. */
const atOnce = 200

/**
 * Sends `count` keys twice each to a real server, which is killed after `answers` answers; then starts it again on the
 * same data and repeats every key, as widgets do.
 */
export async function httpKillRound(
  folder: string,
  settings: Record<string, string>,
  { count, answers }: { count: number; answers: number },
): Promise<HttpKillVerdict> {
  const token = await tokenFor()
  const keys = Array.from({ length: count }, (_, key) => `key-${key}`)
  const start = () => startServerProcess(folder, { BILET_LOG_LEVEL: 'error', ...settings })
  const submit = (origin: string, key: string) =>
    as(origin, token).send<SubmittedReply>('POST', '/v1/tickets', { ...draft, subject: `Вопрос ${key}` }, { key })

  const first = await start()
  const told = new Map<string, string>()
  let answered = 0
  await inTurns([...keys, ...keys].toSorted(), atOnce, async (key) => {
    // What the kill cuts off was not answered: its owner repeats it.
    const answer = await submit(first.origin, key).catch(() => undefined)
    if (answer?.status === 201) told.set(key, answer.body.id)
    if (++answered === answers) await first.stop('SIGKILL')
  })
  await first.stop('SIGKILL')

  const second = await start()
  const repeated = await inTurns(keys, atOnce, async (key) => ({ key, ...(await submit(second.origin, key)) }))
  const lost = repeated.filter(({ key, status, body }) => status !== 201 || (told.get(key) ?? body.id) !== body.id)
  const counts = await as(second.origin, staffToken).get<{ status: { new: number } }>('/v1/staff/tickets/counts')
  await second.stop()
  return { acknowledged: told.size, lost: lost.map(({ key }) => key), stored: counts.body.status.new }
}
