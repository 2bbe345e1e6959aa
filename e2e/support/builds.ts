// Another version of Bilet beside the one that was built: the same server with a widget in which something has changed.
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../..', import.meta.url))

export type OtherBuild = {
  /** Its server's program. */
  entry: string
  remove: () => Promise<void>
}

/** Builds the widget anew after `change` to one of its source files, with its words, names of chunks and loader all other. */
export async function buildNext(change: { file: string; from: string; to: string }): Promise<OtherBuild> {
  const folder = await mkdtemp(join(tmpdir(), 'bilet-next-'))
  const widget = join(folder, 'widget')
  await cp(join(project, 'server/dist'), join(folder, 'server/dist'), { recursive: true })
  await cp(join(project, 'widget'), widget, { recursive: true, filter: (path) => !/node_modules|dist$/.test(path) })
  for (const same of [
    'server/node_modules',
    'server/demo',
    'server/inbox',
    'server/tsconfig.json',
    'widget/node_modules',
    'shared',
    'tsconfig.base.json',
  ])
    await symlink(join(project, same), join(folder, same))

  const source = join(widget, change.file)
  const before = await readFile(source, 'utf8')
  if (!before.includes(change.from)) throw new Error(`${change.file} does not hold "${change.from}"`)
  await writeFile(source, before.replaceAll(change.from, change.to))
  for (const args of [[], ['--config', 'vite.loader.config.ts']]) build(widget, args)
  return {
    entry: join(folder, 'server/dist/entry-node.js'),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

function build(cwd: string, args: string[]) {
  const vite = join(project, 'node_modules/vite/bin/vite.js')
  const { status, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn', ...args], { cwd })
  if (status !== 0) throw new Error(`the other build failed: ${String(stderr)}`)
}
