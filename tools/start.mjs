// `npm start`: everything on the embedded default, with the demo page.
import { ensureInstalled } from './lib/install.mjs'
import { build } from './lib/build.mjs'
import { root } from './lib/process.mjs'

await ensureInstalled()
await build()
process.env.BILET_DEMO ??= '1'
process.chdir(root)
await import('../server/dist/entry-node.js')
process.stdout.write(`Started in ${(performance.now() / 1000).toFixed(1)} s.\n`)
