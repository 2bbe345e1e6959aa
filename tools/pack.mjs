// `npm run pack`: what runs a desk and nothing else, as `bilet-<version>.tgz`. It needs Node alone: `node bilet/server.js`,
// `node bilet/cli.js`. Native parts are those of this machine's kind (glibc and musl).
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from './lib/build.mjs'
import { ensureInstalled, pnpm } from './lib/install.mjs'
import { fail, root, run } from './lib/process.mjs'

/** What a running program never reads: sources and types, maps of sources, notes; and types' packages whole. */
const notRun = /\.([cm]?tsx?|map|md|markdown|flow|tsbuildinfo)$|^(CHANGELOG|HISTORY|AUTHORS)/i

const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
const work = join(root, '.cache/pack')
const bundle = join(work, 'bilet')
const archive = join(root, `bilet-${version}.tgz`)

await ensureInstalled()
await build()
await rm(work, { recursive: true, force: true })
await mkdir(bundle, { recursive: true })

const deploy = ['--yes', pnpm, '--filter', '@bilet/server', 'deploy', '--prod', '--legacy', '--reporter=append-only']
if ((await run('npx', [...deploy, join(work, 'deployed')], { stdio: ['ignore', 'ignore', 'inherit'] })) !== 0)
  fail('The production dependencies could not be put together; the lines above say why.')

await cp(join(work, 'deployed/node_modules'), join(bundle, 'server/node_modules'), {
  recursive: true,
  verbatimSymlinks: true,
})
await prune(join(bundle, 'server/node_modules'))
for (const part of ['server/dist', 'server/inbox/dist', 'widget/dist'])
  await cp(join(root, part), join(bundle, part), { recursive: true, filter: (path) => !path.endsWith('.map') })
for (const [from, to] of [
  ['LICENSE', 'LICENSE'],
  ['docs/bilet.env.example', 'bilet.env.example'],
])
  await cp(join(root, from), join(bundle, to))
await writeFile(join(bundle, 'server.js'), "import './server/dist/entry-node.js'\n")
await writeFile(join(bundle, 'cli.js'), "import './server/dist/cli.js'\n")
await writeFile(join(bundle, 'package.json'), `${JSON.stringify({ name: 'bilet', version, type: 'module' })}\n`)

if ((await run('tar', ['-czf', archive, '-C', work, 'bilet'])) !== 0) fail('tar could not write the archive.')
const { size } = await stat(archive)
process.stdout.write(`bilet-${version}.tgz: ${(size / 1e6).toFixed(1)} MB\n`)

async function prune(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    const isTypes = entry.name.startsWith('@types') || entry.name === '@bilet' || entry.name.startsWith('@bilet+')
    if (isTypes || notRun.test(entry.name)) await rm(path, { recursive: true, force: true })
    else if (entry.isDirectory()) await prune(path)
  }
}
