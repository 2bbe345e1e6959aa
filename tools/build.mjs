// `npm run build`: everything that is served, and the tags for a page.
import { build, tags } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'

await ensureInstalled()
await build()
const { newest, pinned } = await tags()
process.stdout.write(`Built. In a page, always the newest:\n  ${newest}\nor this build alone:\n  ${pinned}\n`)
