// Firefox for the journey: found, or installed as Debian has it.
import { findProgram, installPackages } from './programs.mjs'
import { fail } from './process.mjs'

/** Path of a Firefox: `FIREFOX_PATH`, PATH, or one installed now. Ends the process saying what to do where none can be had. */
export async function ensureFirefox() {
  const names = ['firefox-esr', 'firefox']
  const found = await findProgram('FIREFOX_PATH', names)
  if (found) return found
  process.stdout.write('No Firefox found: installing one…\n')
  await installPackages('firefox-esr')
  return (
    (await findProgram('FIREFOX_PATH', names)) ??
    fail('No Firefox. Install one, or set FIREFOX_PATH to it, and run npm test again.')
  )
}
