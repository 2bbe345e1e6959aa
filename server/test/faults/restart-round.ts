import { startChild } from '../support/child.ts'
import type { PostgresServer } from '../support/postgres-server.ts'
import { judge } from './acknowledged.ts'
import type { Verdict } from './acknowledged.ts'

const submitter = new URL('submitter.ts', import.meta.url)

type Load = { processes: number; tickets: number; restarts: number }

/**
 * Stops PostgreSQL at once and starts it again, `restarts` times, evenly through the load; then reads the store again.
 * Every process must live through it and every ticket be taken in the end.
 */
export async function restartRound(server: PostgresServer, { processes, tickets, restarts }: Load): Promise<Verdict> {
  const url = await server.newDatabase()
  const each = Math.ceil(tickets / processes)
  const children = Array.from({ length: processes }, (_, index) =>
    startChild(submitter, [url, `process-${index}`, String(each)]),
  )
  const [watched] = children
  for (let restart = 1; restart <= restarts; restart++) {
    await watched?.written((2 * each * restart) / (restarts + 1))
    await server.stop('SIGQUIT')
    await server.start()
  }
  const codes = await Promise.all(children.map(({ ended }) => ended))
  const verdict = await judge(
    url,
    children.flatMap(({ lines }) => lines),
  )
  const dead = codes.flatMap((code, index) => (code === 0 ? [] : [`process ${index} ended with ${String(code)}`]))
  return { ...verdict, broken: [...verdict.broken, ...dead] }
}
