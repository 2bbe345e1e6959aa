// `npm run move:check`: a desk of a hundred thousand tickets moves from SQLite into a PostgreSQL of its own, killed three
// times on its way; then both are asked the same questions.
import { spawn } from 'node:child_process'
import { createPostgres } from '../src/database/postgres.ts'
import { createSqlite } from '../src/database/sqlite/sqlite.ts'
import type { Database } from '../src/database/database.ts'
import { questionWords } from '../src/tickets/store/ticket-words.ts'
import { fullTextOf } from '../src/tickets/store/full-text.ts'
import { orders } from '../src/tickets/store/ticket-order.ts'
import { startPostgres } from '../test/support/postgres-server.ts'
import { seedFile } from './bench-server/seeded-file.ts'

const count = Number(process.argv[2] ?? 100_000)
const file = `.cache/bench/move-${count}.db`
const kills = [0.2, 0.45, 0.7]
const say = (line: string) => process.stdout.write(`${line}\n`)

await seedFile(file, count)
const postgres = await startPostgres()
const to = await postgres.newDatabase()

type Run = { code: number | null; out: string; seconds: number }

/** Runs the command; killed as soon as it has done this share. */
function move(killAt = Number.POSITIVE_INFINITY): Promise<Run> {
  const env = { ...process.env, BILET_DATABASE_URL: `sqlite:${file}` }
  const child = spawn(process.execPath, ['tools/run.mjs', 'server/src/cli/main.ts', 'move', '--to', to], {
    env,
    detached: true,
  })
  const began = performance.now()
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => {
    const said = chunk.toString()
    const [, done = '0', total = '1'] = /(\d+) of (\d+)\n$/.exec(said) ?? []
    if (Number(done) / Number(total) > killAt && child.pid) process.kill(-child.pid, 'SIGKILL')
    if (!/^\d+ of/.test(said)) process.stderr.write(said)
  })
  return new Promise((resolve) =>
    child.once('close', (code) => resolve({ code, out, seconds: (performance.now() - began) / 1000 })),
  )
}

/** Numbers of the tickets that hold the words. */
async function found(database: Database, question: string): Promise<string> {
  const range = { order: orders['-submittedAt'], from: undefined, limit: 100 }
  const page = fullTextOf(database.dialect).page({}, questionWords(question), Date.now(), range)
  return (await database.query<{ number: number }>(page)).map(({ number }) => number).join(' ')
}

try {
  for (const share of kills) {
    const { seconds } = await move(share)
    say(`killed at ${share * 100} % after ${seconds.toFixed(1)} s`)
  }
  const { code, out, seconds } = await move()
  say(out)
  say(`ended with ${code} after ${seconds.toFixed(1)} s more`)
  const [source, target] = [createSqlite(file), createPostgres(to)]
  let isSame = code === 0
  for (const question of ['оплата', 'шаблон корзины', 'письма заказ', 'домен', 'owner-17']) {
    const [here, there] = [await found(source, question), await found(target, question)]
    isSame &&= here === there && here !== ''
    say(`${here === there ? 'same' : 'DIFFERENT'}  «${question}»: ${here.split(' ').length} of the latest`)
  }
  await source.close()
  await target.close()
  process.exitCode = isSame ? 0 : 1
} finally {
  await postgres.remove()
}
