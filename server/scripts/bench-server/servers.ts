// The servers that are measured, each a process of its own.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { rules } from '../../src/limits/rules.ts'

export type MeasuredServer = { port: number; pid: number; stop(): Promise<void> }

export const staffToken = 'bilet_bench_staff_token_0000000000'
export const identitySecret = Buffer.alloc(32, 7)

const bilet = [process.execPath, fileURLToPath(new URL('../../dist/entry-node.js', import.meta.url))]
const bare = [
  process.execPath,
  '--import',
  import.meta.resolve('tsx'),
  fileURLToPath(new URL('bare-server.ts', import.meta.url)),
]

/** Bilet as it is built and run, over this database; blobs in the folder. */
export async function startBilet(databaseUrl: string, folder: string): Promise<MeasuredServer> {
  const port = await freePort()
  return started(port, bilet, {
    PORT: String(port),
    HOST: '127.0.0.1',
    BILET_DATABASE_URL: databaseUrl,
    BILET_STORAGE_URL: `fs:${folder}`,
    BILET_IDENTITY_KEYS: JSON.stringify({ bench: identitySecret.toString('base64') }),
    BILET_STAFF_TOKENS: JSON.stringify([{ name: 'bench', scopes: ['admin'], token: staffToken }]),
    BILET_LOG_LEVEL: 'error',
    BILET_LIMITS: JSON.stringify(countedButNeverMet),
  })
}

/** What limits cost is part of what is measured; a bench does in a second what a desk does in a day. */
const countedButNeverMet = Object.fromEntries(Object.keys(rules).map((name) => [name, 1_000_000_000]))

/** `delete` is how SQLite comes; `wal` is what Bilet sets. PostgreSQL knows neither. */
export type JournalMode = 'delete' | 'wal'

/** `node:http` and one INSERT a request: what anyone would write in a minute. */
export async function startBare(databaseUrl: string, mode: JournalMode): Promise<MeasuredServer> {
  const port = await freePort()
  return started(port, bare, { PORT: String(port), BARE_DATABASE_URL: databaseUrl, BARE_JOURNAL_MODE: mode })
}

async function started(port: number, command: string[], settings: Record<string, string>): Promise<MeasuredServer> {
  const [node = '', ...flags] = command
  const child = spawn(node, flags, {
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await firstOutput(child)
  return { port, pid: child.pid ?? 0, stop: () => stopped(child) }
}

const firstOutput = (child: ChildProcess) =>
  new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve())
    child.once('exit', (code) => reject(new Error(`the server ended with ${String(code)}`)))
  })

const stopped = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
