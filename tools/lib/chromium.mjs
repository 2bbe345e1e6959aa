// The browser that the tests drive: a real Chromium, found or installed, never silently left out.
import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fail, run } from './process.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Path of a Chromium: `CHROME_PATH`, PATH, or one installed now. Ends the process saying what to do where none can be had. */
export async function ensureChromium() {
  const found = await find()
  if (found) return found
  process.stdout.write('No Chromium found: installing one…\n')
  return (await installed()) ?? fail('No Chromium. Install one, or set CHROME_PATH to it, and run npm test again.')
}

const isProgram = (path) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

async function find() {
  const { CHROME_PATH, PATH = '' } = process.env
  if (CHROME_PATH)
    return (await isProgram(CHROME_PATH)) ? CHROME_PATH : fail(`CHROME_PATH names no program: ${CHROME_PATH}`)
  for (const folder of PATH.split(delimiter))
    for (const name of names) if (await isProgram(join(folder, name))) return join(folder, name)
}

/** Debian as root: its own package, with fonts that hold Cyrillic. Elsewhere: the build that playwright keeps. */
async function installed() {
  if (process.getuid?.() === 0 && (await isProgram('/usr/bin/apt-get'))) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-qq'], { env })
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-core'], { env })
    return find()
  }
  const { chromium } = await import('playwright-core')
  await run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'])
  const path = chromium.executablePath()
  return (await isProgram(path)) ? path : undefined
}
