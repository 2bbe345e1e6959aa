// `npm run dev:edge`: the Worker on this machine, over D1, R2 and assets as wrangler plays them. What follows `--` goes
// to `wrangler dev`. Its settings are in server/.dev.vars, made at the first start, and nobody's but yours.
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { build } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { root, run } from './lib/process.mjs'

/** npx fetches it, and a Node that it takes where this one is older. */
const wrangler = 'wrangler@4.164.0'
const node = 'node@22'
const oldestNode = 22

const settings = `${root}/server/.dev.vars`

/** Two settings that a desk cannot be without, as `key create` and a long random word would make them. */
const newSettings = () =>
  [
    `BILET_IDENTITY_KEYS=dev:${randomBytes(32).toString('base64')}`,
    `BILET_STAFF_TOKENS=you:admin:bilet_${randomBytes(24).toString('hex')}`,
    '',
  ].join('\n')

await ensureInstalled()
await build()
if (!existsSync(settings)) {
  await writeFile(settings, newSettings(), { mode: 0o600 })
  process.stdout.write('Made server/.dev.vars: a key for identity tokens, and a staff token to try the inbox with.\n')
}
const packages = Number.parseInt(process.versions.node, 10) < oldestNode ? [node, wrangler] : [wrangler]
const asked = ['wrangler', 'dev', ...process.argv.slice(2)]
process.exitCode = await run('npx', ['--yes', ...packages.flatMap((one) => ['-p', one]), ...asked], {
  cwd: `${root}/server`,
})
