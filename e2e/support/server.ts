// The built server as a process of its own, as whoever runs it would start it.
import { execFile, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { identityKeys, staffToken } from './identity.ts'

const built = (name: string) => fileURLToPath(new URL(`../../server/dist/${name}`, import.meta.url))

export const serverEntry = built('entry-node.js')

export type RunningServer = {
  /** `http://127.0.0.1:<port>` */
  origin: string
  /** Everything the process has printed. */
  output: () => string
  /** Ends it as an operator would (SIGTERM) and waits until it is gone. */
  stop: () => Promise<void>
  /** Ends it as a power cut would. */
  kill: () => Promise<void>
}

/** The regulation in force, as an operator has it printed to begin their own with. */
export async function shownPolicy<Policy>(): Promise<Policy> {
  const { stdout } = await promisify(execFile)(process.execPath, [built('cli.js'), 'policy', 'show'])
  return JSON.parse(stdout)
}

/** A folder for a server's data, gone after `remove`. */
export async function dataFolder() {
  const path = await mkdtemp(join(tmpdir(), 'bilet-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** A port that is free, and so is the next one, which the demo page takes. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = await listenBriefly(0)
    if (port < 65_534 && (await listenBriefly(port + 1).catch(() => undefined))) return port
  }
}

async function listenBriefly(port: number): Promise<number> {
  const server = createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const { port: given } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return given
}

/** Starts the server on `folder` and waits until it says that it listens. Rejects with what it printed when it ends before. */
export async function startServer(
  folder: string,
  env: Record<string, string> = {},
  entry = serverEntry,
): Promise<RunningServer> {
  const port = env['PORT'] ?? String(await freePort())
  const child = spawn(process.execPath, [entry], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      BILET_IDENTITY_KEYS: JSON.stringify(identityKeys),
      BILET_STAFF_TOKENS: JSON.stringify([{ name: 'Анна', scopes: ['admin'], token: staffToken }]),
      BILET_LOG_LEVEL: 'warn',
      ...env,
      PORT: port,
    },
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await untilListening(child, () => output)
  return {
    origin: `http://127.0.0.1:${port}`,
    output: () => output,
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  }
}

function untilListening(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      if (/Bilet (listens|is running)/.test(output())) resolve()
    })
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${output()}`)))
  })
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}
