// `npm run faults`: the faults of `test/faults` at length, each judged by reading the store again, then the tests of all
// others: every call that may fail, slow storage, damaged rows, edits at once. Exits 1 if any broke.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Verdict } from '../test/faults/acknowledged.ts'
import { canMount, fullDiskRound } from '../test/faults/full-disk-round.ts'
import { httpKillRound } from '../test/faults/http-kill-round.ts'
import { killRound } from '../test/faults/kill-round.ts'
import { restartRound } from '../test/faults/restart-round.ts'
import { setup as buildPrograms } from '../test/support/build-programs.ts'
import { startPostgres } from '../test/support/postgres-server.ts'

const rounds = 20
const submissions = 1_000

const say = (line: string) => process.stdout.write(`${line}\n`)
let broken = 0

function tell(what: string, { acknowledged, tickets, lost, broken: faults }: Verdict) {
  broken += lost.length + faults.length
  say(`${what}: acknowledged ${acknowledged}, stored ${tickets}, lost ${lost.length}, broken ${faults.length}`)
  for (const fault of faults) say(`  ${fault}`)
}

/** Kills in the middle of submissions, at a different place each round. */
async function kills(engine: string, newPlace: () => Promise<string>) {
  for (let round = 1; round <= rounds; round++) {
    const answers = Math.ceil((2 * submissions * round) / (rounds + 1))
    tell(`${engine}, killed after ${answers} answers`, await killRound(await newPlace(), 'kill', submissions, answers))
  }
}

/** The same through HTTP: the built server killed, started again, every key repeated. */
async function httpKills(engine: string, settingsOf: (place: string) => Promise<Record<string, string>>) {
  for (let round = 1; round <= rounds; round++) {
    const answers = Math.ceil((2 * submissions * round) / (rounds + 1))
    const place = mkdtempSync(join(folder, 'http-'))
    const settings = await settingsOf(place)
    const { acknowledged, lost, stored } = await httpKillRound(place, settings, { count: submissions, answers })
    broken += lost.length + Math.abs(stored - submissions)
    say(
      `${engine} over HTTP, killed after ${answers} answers: acknowledged ${acknowledged}, lost ${lost.length}, keys ${submissions}, tickets ${stored}`,
    )
  }
}

const folder = mkdtempSync(join(tmpdir(), 'bilet-faults-'))
await buildPrograms()
const server = await startPostgres({ durable: true })
try {
  let made = 0
  await kills('SQLite', async () => `sqlite:${join(folder, `${made++}.db`)}`)
  await kills('PostgreSQL', () => server.newDatabase())
  await httpKills('SQLite', async () => ({}))
  await httpKills('PostgreSQL', async () => ({ BILET_DATABASE_URL: await server.newDatabase() }))
  const load = { processes: 4, tickets: 4_000, restarts: 3 }
  tell('PostgreSQL, stopped at once 3 times under 4 processes', await restartRound(server, load))
  const { accepted, missing, refusals, broken: faults, ...full } = canMount() ? fullDiskRound(8) : noDisk()
  broken += missing + faults.length + refusals.filter((refusal) => refusal !== 'full').length
  say(`Full disk: accepted ${accepted}, missing ${missing}, refused as ${refusals.join(', ')}, ${JSON.stringify(full)}`)
} finally {
  await server.remove()
  rmSync(folder, { recursive: true })
}
broken += testsOfOthers()
say(broken === 0 ? 'Nothing lost, nothing twice, nothing half.' : `${broken} faults broke something.`)
process.exitCode = broken === 0 ? 0 : 1

/** 1 if any of the tests failed, else 0. */
function testsOfOthers(): number {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const suites = ['failing-calls', 'slow', 'cluster', 'ticket-store']
  const command = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'server', ...suites]
  return spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' }).status === 0 ? 0 : 1
}

function noDisk(): never {
  throw new Error('a small disk cannot be mounted here: run as root or where user namespaces are allowed')
}
