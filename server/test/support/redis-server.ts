// A real Redis of the test's own, on loopback: its folder, its process, gone afterwards.
import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const program = 'redis-server'
const runs = () => spawnSync(program, ['--version']).status === 0

function ensureInstalled() {
  if (runs()) return
  const apt = (...args: string[]) => spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=900', ...args])
  apt('update')
  apt('install', '-y', '--no-install-recommends', program)
  if (!runs()) throw new Error(`${program} is needed for these tests: install it (Debian: apt-get install ${program})`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

/** `stop` ends it at once, as a crash would; `start` starts it again at the same port, empty. */
export async function startRedis() {
  ensureInstalled()
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'bilet-redis-'))
  let server: ChildProcess | undefined

  async function start() {
    const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder]
    const child = spawn(program, flags, { stdio: ['ignore', 'pipe', 'ignore'] })
    server = child
    await new Promise<void>((resolve, reject) => {
      let said = ''
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        if (said.includes('Ready to accept connections')) resolve()
      })
      child.once('exit', () => reject(new Error(`redis-server did not start: ${said}`)))
    })
  }

  async function stop() {
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill('SIGKILL')
    await ended
  }

  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    stop,
    async remove() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
