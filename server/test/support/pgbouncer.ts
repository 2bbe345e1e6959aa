// A real pgbouncer in transaction mode before a test's own PostgreSQL.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const program = '/usr/sbin/pgbouncer'

function ensureInstalled() {
  if (spawnSync(program, ['--version']).status === 0) return
  const apt = (...args: string[]) => spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=900', ...args])
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'pgbouncer')
  if (spawnSync(program, ['--version']).status !== 0)
    throw new Error('pgbouncer is needed for these tests: install it (Debian: apt-get install pgbouncer)')
}

/** `socketOf`: the folder of PostgreSQL's socket. `addressOf` gives the address of a database through the pooler. */
export async function startPgbouncer(socketOf: string) {
  ensureInstalled()
  const folder = mkdtempSync(join(tmpdir(), 'bilet-pgb-'))
  chmodSync(folder, 0o777)
  const settings = [
    '[databases]',
    `* = host=${socketOf} user=postgres`,
    '[pgbouncer]',
    `unix_socket_dir = ${folder}`,
    'listen_port = 5432',
    'auth_type = any',
    'pool_mode = transaction',
    'default_pool_size = 5',
    'max_client_conn = 200',
  ]
  writeFileSync(join(folder, 'pgbouncer.ini'), settings.join('\n'))
  const asUser = process.getuid?.() === 0 ? ['-u', 'postgres'] : []
  const child = spawn(program, [...asUser, join(folder, 'pgbouncer.ini')], { stdio: ['ignore', 'ignore', 'pipe'] })
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('process up')) resolve()
    })
    child.once('exit', () => reject(new Error(`pgbouncer did not start: ${said}`)))
  })
  return {
    addressOf: (database: string) => `postgres://postgres@localhost/${database}?host=${folder}&pgbouncer=true`,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
