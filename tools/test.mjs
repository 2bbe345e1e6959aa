// `npm test`: every check there is, in the order of how soon it can tell. `npm test -- PATTERN`: the suites whose path holds it.
// Ends with `N passed, N failed, N skipped`.
import { readFile, rm } from 'node:fs/promises'
import { build } from './lib/build.mjs'
import { ensureChromium } from './lib/chromium.mjs'
import { ensureFirefox } from './lib/firefox.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { bin, root, run } from './lib/process.mjs'

const report = `${root}/.cache/vitest.json`
const patterns = process.argv.slice(2)

/** One program, one check: passed when it ends with 0. */
async function check(name, command, args) {
  process.stdout.write(`\n── ${name}\n`)
  const isPassed = (await run(command, args)) === 0
  return { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, skipped: 0 }
}

/** The suites, counted by their own report; a run that breaks off without one has failed. */
async function suites(browsers) {
  process.stdout.write('\n── unit, contract, bundle and browser tests\n')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...patterns]
  await rm(report, { force: true })
  const code = await run(bin('vitest'), args, { env: browsers })
  const told = await readFile(report, 'utf8').then(JSON.parse, () => undefined)
  if (!told) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = told
  return { passed, failed: code === 0 ? failed : Math.max(1, failed), skipped }
}

await ensureInstalled()
const browsers = { CHROME_PATH: await ensureChromium(), FIREFOX_PATH: await ensureFirefox() }
const results = []
if (patterns.length === 0) {
  results.push(await check('format', bin('oxfmt'), ['--check']))
  results.push(await check('types', bin('tsc'), ['-b']))
  results.push(await check('lint', bin('oxlint'), ['--type-aware']))
}
process.stdout.write('\n── build\n')
await build()
if (patterns.length === 0) results.push(await check('size', bin('size-limit'), []))
results.push(await suites(browsers))

const sum = (key) => results.reduce((total, result) => total + result[key], 0)
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`)
process.exitCode = sum('failed') === 0 ? 0 : 1
