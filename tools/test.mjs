// `npm test`: every check there is. `npm test -- PATTERN`: the suites whose path holds it.
// Ends with `N passed, N failed, N skipped`.
import { readFile, rm } from 'node:fs/promises'
import { build } from './lib/build.mjs'
import { ensureChromium, findHeadlessShell } from './lib/chromium.mjs'
import { ensureFirefox } from './lib/firefox.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { bin, root, run, runQuietly } from './lib/process.mjs'
import { installMissing } from './lib/programs.mjs'

const report = `${root}/.cache/vitest.json`
const patterns = process.argv.slice(2)

/** What the suites drive beside the browsers, by program; each suite would install its own, one after the other. */
const driven = {
  chromium: ['chromium', 'fonts-noto-core'],
  'chromium-headless-shell': ['chromium-headless-shell'],
  'firefox-esr': ['firefox-esr'],
  '/usr/sbin/pgbouncer': ['pgbouncer'],
  'redis-server': ['redis-server'],
  curl: ['curl'],
  php: ['php-cli'],
  ruby: ['ruby'],
  go: ['golang-go'],
}

/** One program, one check: passed when it ends with 0. What it says is kept until then, for others run beside it. */
async function check(name, command, args) {
  const { code, output } = await runQuietly(command, args)
  process.stdout.write(`── ${name}: ${code === 0 ? 'passed' : 'failed, its words stand at the end'}\n`)
  return code === 0
    ? { passed: 1, failed: 0, skipped: 0 }
    : { passed: 0, failed: 1, skipped: 0, output: `── ${name}\n${output}` }
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

const isWhole = patterns.length === 0
await Promise.all([ensureInstalled(), isWhole && installMissing(driven)])
const browsers = { CHROME_PATH: await ensureChromium(), FIREFOX_PATH: await ensureFirefox() }
const headlessShell = await findHeadlessShell()
if (headlessShell) browsers.HEADLESS_SHELL_PATH = headlessShell
// Checks take what the suites leave of the machine, which wait for databases and browsers.
const checks = isWhole
  ? [
      check('format', bin('oxfmt'), ['--check']),
      check('types', bin('tsc'), ['-b']),
      check('lint', bin('oxlint'), ['--type-aware']),
      check('licences', process.execPath, ['tools/sbom.mjs']),
    ]
  : []
await build()
if (isWhole) checks.push(check('size', bin('size-limit'), []))
const results = [await suites(browsers), ...(await Promise.all(checks))]

for (const { output } of results) if (output) process.stdout.write(`\n${output}`)
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`)
process.exitCode = sum('failed') === 0 ? 0 : 1
