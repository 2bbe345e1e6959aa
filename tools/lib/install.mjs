// Everything a fresh clone needs, with nothing but Node and npm on the machine.
import { readFile } from 'node:fs/promises'
import { fail, root, run } from './process.mjs'

/** The one version of the package manager; npx fetches it. */
export const pnpm = 'pnpm@10.34.9'
const oldest = [20, 19]

/** Installs what the lockfile names, exactly; does nothing when that is there already. */
export async function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1]))
    fail(`Bilet needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}. Install it from nodejs.org.`)
  const [wanted, present] = await Promise.all([text('pnpm-lock.yaml'), text('node_modules/.pnpm/lock.yaml')])
  if (wanted !== undefined && wanted === present) return
  process.stdout.write('Installing what the lockfile names…\n')
  const code = await run('npx', ['--yes', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'])
  if (code !== 0) fail('Installing failed; the lines above say why. The npm registry must be reachable.')
}

const text = (path) => readFile(new URL(path, `file://${root}/`), 'utf8').catch(() => undefined)
