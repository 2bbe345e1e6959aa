// The built server as an operator starts it, for tools that look at what stands before it.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from './process.mjs'

/** Starts one at a port of the system's choice, with its data in `folder`; undefined where it ends before it listens. */
export async function startDesk(folder, settings) {
  const env = { PATH: process.env.PATH, PORT: '0', ...settings }
  const child = spawn(process.execPath, [join(root, 'server/dist/entry-node.js')], { cwd: folder, env })
  const ended = once(child, 'close')
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const listens = () => /listens at http:\/\/127\.0\.0\.1:(\d+),/.exec(said)?.[1]
  const port = await new Promise((resolve) => {
    child.stdout.on('data', () => listens() && resolve(Number(listens())))
    void ended.then(() => resolve(undefined))
  })
  const stop = () => {
    child.kill()
    return ended
  }
  return { port, said: () => said, stop }
}

/** What the command line prints for the same desk. */
export function askCommandLine(folder, settings, ...words) {
  const env = { PATH: process.env.PATH, ...settings }
  return execFileSync(process.execPath, [join(root, 'server/dist/cli.js'), ...words], { cwd: folder, env })
    .toString()
    .trim()
}
