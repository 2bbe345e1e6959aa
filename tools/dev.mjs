// `npm run dev`: the product with its demo page, built again, started again and reloaded at each change of its sources.
import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { ensureInstalled } from './lib/install.mjs'
import { record, steps } from './lib/build.mjs'
import { root } from './lib/process.mjs'
import { watchFolders } from './lib/watch.mjs'

await ensureInstalled()
const { build } = await import('vite')

const say = (line) => process.stdout.write(`${line}\n`)

const here = steps.filter(({ what }) => what !== 'the server for the edge')

/** Packages inside the server's folder, with steps of their own. */
const apart = ['server/demo/admin', 'server/inbox']
const isIn = (folder, path) => path.startsWith(`${folder}/`)

/** What a step reads: its own folder's sources, those beside it that it names, and what all share. */
const isTouched = ({ folder, from = [] }, path) =>
  ['shared/src', ...from].some((one) => isIn(one, path)) ||
  (isIn(folder, path) && !apart.some((inner) => inner !== folder && isIn(inner, path)))

const stepsFor = (paths) => here.filter((step) => paths.some((path) => isTouched(step, path)))

/** Builds one step in this process, which a build of its own would take longer to begin than to do. */
const run = ({ folder, args: [, config] }) =>
  build({
    root: `${root}/${folder}`,
    mode: 'dev',
    logLevel: 'error',
    ...(config && { configFile: `${root}/${folder}/${config}` }),
  })

let server
function restart() {
  // At once: what was acknowledged is on disk, and an open page would hold a gentle end up.
  server?.kill('SIGKILL')
  // Building in this process has set NODE_ENV to production, where there is no demo.
  const env = { BILET_DEMO: '1', ...process.env, NODE_ENV: 'development', DEMO_RELOAD: '1' }
  server = spawn(process.execPath, ['server/dist/entry-node.js'], { cwd: root, env, stdio: 'inherit' })
}

/** Builds and starts again. What fails is told, and the server goes on as it was. */
async function bringUp(touched) {
  if (touched.length === 0) return
  const began = performance.now()
  try {
    for (const step of touched) await run(step)
  } catch (error) {
    say(`Building failed: ${error instanceof Error ? error.message : String(error)}`)
    return
  }
  // The demo's panel is served from its folder, and its open pages hear of it there.
  if (touched.some(({ folder }) => folder !== 'server/demo/admin')) restart()
  say(`Built ${touched.map(({ what }) => what).join(', ')} in ${Math.round(performance.now() - began)} ms.`)
}

say('Building the widget and the server…')
await rm(record, { force: true })
await bringUp(here)
let working = Promise.resolve()
watchFolders(['shared/src', 'widget/src', 'server/src', 'server/demo', 'server/inbox/src'], (paths) => {
  working = working.then(() => bringUp(stepsFor(paths)))
})
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    server?.kill('SIGTERM')
    process.exit(0)
  })
