// Runs a TypeScript program of the project: `node tools/run.mjs server/src/cli/main.ts docs list`.
import { ensureInstalled } from './lib/install.mjs'
import { bin, run } from './lib/process.mjs'

const threads = new URL('lib/typescript-threads.mjs', import.meta.url).href

await ensureInstalled()
process.exitCode = await run(bin('tsx'), ['--import', threads, ...process.argv.slice(2)])
