// `npm run bench:inbox`: builds what is measured, fills a desk with a million tickets, finds the browser, and measures.
import { build } from './lib/build.mjs'
import { ensureChromium } from './lib/chromium.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { root, run } from './lib/process.mjs'

const file = `${root}/server/.cache/bench/1000000.db`
const program = (...args) => run(process.execPath, [`${root}/tools/run.mjs`, ...args], { env: { CHROME_PATH } })

await ensureInstalled()
await build()
const CHROME_PATH = await ensureChromium()
const isSeeded = (await program('server/scripts/seed-desk.ts', '1000000', file)) === 0
process.exitCode = isSeeded ? await program('e2e/bench-inbox/main.ts', file) : 1
