// `npm run bench:server [-- postgres] [writes]`: submissions against a bare handler, an answer beside floods and, where not
// only `writes` are asked for, reads at ten thousand and at a million tickets. Seeded SQLite files are kept in `.cache/bench`
// for the next time. Exits 1 if a target is missed.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { startPostgres } from '../test/support/postgres-server.ts'
import { measureExport } from './bench-server/export.ts'
import { measureFloods } from './bench-server/floods.ts'
import { table } from './bench-server/measure.ts'
import { measureReads } from './bench-server/reads.ts'
import type { Store, Timing } from './bench-server/reads.ts'
import { openTickets } from './bench-server/seed.ts'
import { seedFile, seedInto } from './bench-server/seeded-file.ts'
import { startBare, startBilet } from './bench-server/servers.ts'
import type { JournalMode } from './bench-server/servers.ts'
import { measureSubmissions } from './bench-server/submissions.ts'

const few = 10_000
const many = 1_000_000
const targets = { ratio: 2, p99ToP50: 5, growth: 2, exportMegabytes: 250 }

/** Where the databases of this run are: a new one, and one seeded with so many tickets. */
type Place = {
  isSqlite: boolean
  newDatabase(): Promise<string>
  seeded(count: number): Promise<string>
  remove(): Promise<void>
}

const scratch = mkdtempSync(join(tmpdir(), 'bilet-bench-'))
const place = process.argv.includes('postgres') ? await inPostgres() : inFiles()
let missed = 0

try {
  await tellSubmissions()
  await tellFloods()
  if (!process.argv.includes('writes')) await tellReads()
} finally {
  await place.remove()
  rmSync(scratch, { recursive: true, force: true })
}
say(missed === 0 ? '\nEvery target is met.' : `\n${missed} targets are missed.`)
process.exitCode = missed === 0 ? 0 : 1

/**
 * Judged against a handler over SQLite as it comes, whose default is `synchronous=FULL`. Told and not judged are one that
 * knows to set WAL, which is as fast as the disk syncs, and PostgreSQL, which gathers the commits of ten connections.
 */
async function tellSubmissions() {
  const bilet = await startBilet(await place.newDatabase(), join(scratch, 'blobs'))
  const modes: JournalMode[] = place.isSqlite ? ['delete', 'wal'] : ['wal']
  const bare = await Promise.all(modes.map(async (mode) => startBare(await place.newDatabase(), mode)))
  const { bilet: ours, baselines, p50, p99 } = await measureSubmissions(bilet, bare)
  await Promise.all([bilet, ...bare].map((server) => server.stop()))
  const nameOf = (index: number) => (place.isSqlite ? `, journal_mode=${modes[index]}` : '')
  say(
    table([
      ['submissions at 32 connections', 'per second'],
      ['Bilet: checked, durable, announced, searchable', ours.toFixed(0)],
      ...baselines.flatMap(({ perSecond, ratio }, index) => [
        [`bare node:http, one durable INSERT${nameOf(index)}`, perSecond.toFixed(0)],
        [
          '  ratio, median of rounds',
          modes[index] === 'delete' ? verdict(ratio, ratio >= targets.ratio, `≥ ${targets.ratio}`) : ratio.toFixed(2),
        ],
      ]),
      ['p50, p99 ms', `${p50.toFixed(1)}, ${p99.toFixed(1)}`],
      ['p99 / p50', verdict(p99 / p50, p99 <= targets.p99ToP50 * p50, `≤ ${targets.p99ToP50}`)],
    ]),
  )
}

async function tellFloods() {
  const bilet = await startBilet(await place.newDatabase(), join(scratch, 'blobs'))
  const { alone, flooded, refused } = await measureFloods(bilet)
  await bilet.stop()
  say(`\nGET /v1/support beside three floods of the worst checks, ms (${refused} of them refused meanwhile)`)
  const rowOfTimes = (name: string, { p50, p99 }: typeof alone) => [name, p50.toFixed(1), p99.toFixed(1)]
  say(table([['', 'p50', 'p99'], rowOfTimes('alone', alone), rowOfTimes('beside floods', flooded)]))
}

async function tellReads() {
  const [small, large] = [await storeOf(few), await storeOf(many)]
  try {
    const [before = [], after = []] = await measureReads([small, large])
    say(`\nreads over HTTP, ms, of ${few} and ${many} tickets, ${openTickets} of them open`)
    const rows = after.map((timing, index) => rowOf(timing, before[index]))
    say(table([['read', 'p50', 'p99', 'p50', 'p99', 'p99 limit', 'growth of p50'], ...rows]))
    const { lines, seconds, megabytes } = await measureExport(large.server)
    const memory = verdict(megabytes, !(megabytes > targets.exportMegabytes), `≤ ${targets.exportMegabytes} MB`)
    say(`\nexport of ${lines} tickets: ${seconds.toFixed(0)} s, memory of the server ${memory}`)
  } finally {
    await Promise.all([small.server.stop(), large.server.stop()])
  }
}

async function storeOf(count: number): Promise<Store> {
  return { count, server: await startBilet(await place.seeded(count), join(scratch, 'blobs')) }
}

function rowOf(large: Timing, small: Timing | undefined): string[] {
  const before = small ?? large
  const growth = large.p50 / before.p50
  return [
    large.name,
    before.p50.toFixed(1),
    before.p99.toFixed(1),
    large.p50.toFixed(1),
    large.p99.toFixed(1),
    verdict(large.limit, large.p99 <= large.limit, '', 0),
    verdict(growth, growth <= targets.growth, `≤ ${targets.growth}`),
  ]
}

function verdict(value: number, isMet: boolean, target: string, digits = 2): string {
  if (!isMet) missed += 1
  return `${value.toFixed(digits)} ${isMet ? 'met' : 'MISSED'} ${target}`.trim()
}

function say(line: string) {
  process.stdout.write(`${line}\n`)
}

/** What PostgreSQL does by itself within minutes of so many inserts; the measuring begins earlier. */
async function settle(url: string) {
  const client = new Client(url)
  await client.connect()
  await client.query('vacuum analyze')
  await client.query('checkpoint')
  await client.end()
}

function inFiles(): Place {
  const kept = fileURLToPath(new URL('../.cache/bench/', import.meta.url))
  let made = 0
  return {
    isSqlite: true,
    newDatabase: async () => `sqlite:${join(scratch, `${made++}.db`)}`,
    async seeded(count) {
      const file = join(kept, `${count}.db`)
      await seedFile(file, count)
      return `sqlite:${file}`
    },
    remove: async () => {},
  }
}

async function inPostgres(): Promise<Place> {
  const server = await startPostgres({ durable: true })
  return {
    isSqlite: false,
    newDatabase: () => server.newDatabase(),
    async seeded(count) {
      const url = await server.newDatabase()
      await seedInto(url, count)
      await settle(url)
      return url
    },
    remove: () => server.remove(),
  }
}
