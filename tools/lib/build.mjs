// Builds what is served: the widget, the demo's admin panel, the server. What did not change is not built again.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bin, fail, root, run } from './process.mjs'

/** `makes`: a file that is there once the step is done; `from`: folders that it reads beside its own. */
export const steps = [
  { what: 'the widget’s panel', folder: 'widget', args: [], makes: 'widget/dist/manifest.json' },
  {
    what: 'the widget’s loader',
    folder: 'widget',
    args: ['--config', 'vite.loader.config.ts'],
    from: ['widget/dist/panel'],
    makes: 'widget/dist/bilet.js',
  },
  {
    what: 'the inbox',
    folder: 'server/inbox',
    args: [],
    from: ['widget/src/panel'],
    makes: 'server/inbox/dist/index.html',
  },
  { what: 'the demo’s admin panel', folder: 'server/demo/admin', args: [], makes: 'server/demo/admin/dist' },
  { what: 'the server', folder: 'server', args: [], makes: 'server/dist/entry-node.js' },
  {
    what: 'the server for the edge',
    folder: 'server',
    args: ['--config', 'vite.worker.config.ts'],
    from: ['widget/dist', 'server/inbox/dist'],
    makes: 'server/edge/dist/entry-worker.js',
  },
]

/** What was built of what; whoever builds in another way removes it. */
export const record = join(root, '.cache/built.json')
const notSource = /^(\.cache|node_modules|dist|test|admin)$|\.test\.tsx?$/

/** Builds what has changed into the packages' `dist` folders; ends the process with a line that says what failed. */
export async function build() {
  const built = await readFile(record, 'utf8').then(JSON.parse, () => ({}))
  for (const { what, folder, args, from = [], makes } of steps) {
    const digest = await digestOf([folder, 'shared/src', 'pnpm-lock.yaml', ...from])
    if (built[what] === digest && existsSync(join(root, makes))) continue
    process.stdout.write(`Building ${what}…\n`)
    const code = await run(bin('vite'), ['build', '--logLevel', 'warn', ...args], { cwd: `${root}/${folder}` })
    if (code !== 0) fail(`Building ${what} failed.`)
    built[what] = digest
    await mkdir(join(root, '.cache'), { recursive: true })
    await writeFile(record, JSON.stringify(built))
  }
}

/** Of every file there, by name and content. */
async function digestOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths)
    for (const file of await filesOf(path)) hash.update(`${file}\0`).update(await readFile(join(root, file)))
  return hash.digest('hex')
}

async function filesOf(path) {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => undefined)
  if (!entries) return existsSync(join(root, path)) ? [path] : []
  const kept = entries.filter(({ name }) => !notSource.test(name)).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const nested = await Promise.all(
    kept.map((entry) => (entry.isDirectory() ? filesOf(`${path}/${entry.name}`) : [`${path}/${entry.name}`])),
  )
  return nested.flat()
}

/** The tags that put the built widget into a page. */
export async function tags(host = 'https://HOST') {
  const { loader, integrity } = JSON.parse(await readFile(join(root, 'widget/dist/build.json'), 'utf8'))
  const tag = (file, more = '') => `<script async crossorigin src="${host}/${file}"${more}></script>`
  return { newest: tag('bilet.js'), pinned: tag(loader, ` integrity="${integrity}"`) }
}
