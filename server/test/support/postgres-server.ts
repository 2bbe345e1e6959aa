// A real PostgreSQL server of the test's own: its folder, its socket, its process, gone afterwards.
import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'

export type PostgresServer = {
  /** The folder of its socket. */
  socket: string
  /** Address of a new, empty database. */
  newDatabase(): Promise<string>
  /** `SIGQUIT` stops it at once, as a crash would. */
  stop(signal?: 'SIGINT' | 'SIGQUIT'): Promise<void>
  /** Starts it again after `stop`. */
  start(): Promise<void>
  /** Stops it and removes its folder. */
  remove(): Promise<void>
}

/** `durable: false` leaves out what only a power cut would show. */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const binaries = findBinaries() ?? installBinaries()
  const folder = mkdtempSync(join(tmpdir(), 'bilet-pg-'))
  const user = serverUser()
  if (user) chownSync(folder, user.uid, user.gid)
  execFileSync(join(binaries, 'initdb'), ['-D', folder, '-A', 'trust', '-U', 'postgres', '-N', '--locale=C.UTF-8'], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  })
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, `fsync=${durable ? 'on' : 'off'}`]
  const flags = settings.flatMap((setting) => ['-c', setting])
  let server: ChildProcess | undefined

  const start = async () => {
    server = spawn(join(binaries, 'postgres'), ['-D', folder, ...flags], { ...user, cwd: folder })
    await isReady(server)
  }
  const stop = async (signal: 'SIGINT' | 'SIGQUIT' = 'SIGINT') => {
    if (!server || server.exitCode !== null) return
    const ended = new Promise((resolve) => server?.once('exit', resolve))
    server.kill(signal)
    await ended
  }
  const stopAtExit = () => server?.kill('SIGQUIT')
  process.once('exit', stopAtExit)
  await start()
  return {
    socket: folder,
    start,
    stop,
    ...databasesAt(folder),
    async remove() {
      process.off('exit', stopAtExit)
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

let made = 0

/** Makes databases in the server whose socket lies in that folder; its other makers are other processes. */
export function databasesAt(socket: string): Pick<PostgresServer, 'newDatabase'> {
  const addressOf = (name: string) => `postgres://postgres@localhost/${name}?host=${socket}`
  return {
    async newDatabase() {
      const name = `bilet_${process.pid}_${made++}`
      const client = new Client(addressOf('postgres'))
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      return addressOf(name)
    },
  }
}

function isReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-10_000)
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)))
  })
}

function findBinaries(): string | undefined {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).toSorted((a, b) => Number(b) - Number(a)) : []
  const places = [
    ...versions.map((version) => join(root, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
    '/opt/homebrew/opt/postgresql/bin',
    '/usr/local/opt/postgresql/bin',
  ]
  return places.find((place) => existsSync(join(place, 'initdb')) && existsSync(join(place, 'postgres')))
}

function installBinaries(): string {
  const advice =
    'PostgreSQL is needed for these tests: install it (Debian: apt-get install postgresql) or put initdb on PATH'
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(advice)
  execFileSync('apt-get', ['update'], { stdio: 'ignore' })
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], { stdio: 'ignore' })
  const binaries = findBinaries()
  if (!binaries) throw new Error(advice)
  return binaries
}

/** The server refuses to run as root, so root runs it as the user that the package made. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  return { uid: idOf('-u'), gid: idOf('-g') }
}

const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
