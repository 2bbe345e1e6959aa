// The browser that the tests drive: a real Chromium, found or installed, never silently left out.
import { fail, run } from './process.mjs'
import { findProgram, installPackages, isProgram } from './programs.mjs'

const find = () => findProgram('CHROME_PATH', ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])

/** Path of a Chromium: `CHROME_PATH`, PATH, or one installed now. Ends the process saying what to do where none can be had. */
export async function ensureChromium() {
  const found = await find()
  if (found) return found
  process.stdout.write('No Chromium found: installing one…\n')
  return (await installed()) ?? fail('No Chromium. Install one, or set CHROME_PATH to it, and run npm test again.')
}

/** Path of the same Chromium without windows, in `CHROME_PATH`'s place where nothing needs them; undefined where it is not. */
export const findHeadlessShell = () => findProgram('HEADLESS_SHELL_PATH', ['chromium-headless-shell'])

/** Debian as root: its own package, with fonts that hold Cyrillic. Elsewhere: the build that playwright keeps. */
async function installed() {
  if (await installPackages('chromium', 'fonts-noto-core')) return find()
  const { chromium } = await import('playwright-core')
  await run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'])
  const path = chromium.executablePath()
  return (await isProgram(path)) ? path : undefined
}
