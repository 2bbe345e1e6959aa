// Runs a TypeScript program of the project: `node tools/run.mjs server/src/cli/main.ts docs list`.
import { ensureInstalled } from './lib/install.mjs'
import { bin, run } from './lib/process.mjs'

await ensureInstalled()
process.exitCode = await run(bin('tsx'), process.argv.slice(2))
