// The built server as processes of its own, started as an operator would.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { settings } from './over-http.ts'

const entry = fileURLToPath(new URL('../../dist/entry-node.js', import.meta.url))

/** The built command line. */
export const builtCli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

export type ServerProcess = {
  origin: string
  pid: number
  /** Everything that it has printed, on both streams. */
  output: () => string
  /** Tells it to end, and gives the code that it ends with; null when it was killed. */
  stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<number | null>
}

/** Starts a server in `folder` at a port of the system's choice, without what is undefined. Rejects with what it printed when it ends before it listens. */
export async function startServerProcess(
  folder: string,
  env: Record<string, string | undefined> = {},
): Promise<ServerProcess> {
  if (!existsSync(entry)) throw new Error('The server is not built: npm run build')
  const child = spawn(process.execPath, [entry], {
    cwd: folder,
    env: { PATH: process.env['PATH'], PORT: '0', ...settings, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit').then(() => child.exitCode)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  const origin = await originOf(child, () => output)
  return {
    origin,
    pid: child.pid ?? 0,
    output: () => output,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
  }
}

function originOf(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const origin = /listens at (http:\S+),/.exec(output())?.[1]
      if (origin) resolve(origin)
    })
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${output()}`)))
  })
}
