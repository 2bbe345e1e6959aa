// `npm run test:sets -- FOLDER`: search and import on documentation that is not the project's. FOLDER holds `dev.jsonl` and
// `queries.dev.jsonl` (articles and judged queries, a JSON line each) and `markdown/`.
import { resolve } from 'node:path'
import { ensureInstalled } from './lib/install.mjs'
import { bin, fail, run } from './lib/process.mjs'

const [folder] = process.argv.slice(2)
if (!folder) fail('npm run test:sets -- FOLDER: name the folder of the sets.')

await ensureInstalled()
const env = { SETS: resolve(folder) }
process.exitCode = await run(bin('vitest'), ['run', '--config', 'vitest.sets.config.ts'], { env })
