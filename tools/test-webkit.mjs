// `npm run test:webkit`: the whole way of a ticket in WebKitGTK, which Safari's engine is kin to. Debian as root installs what it needs.
import { build } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { bin, fail, run } from './lib/process.mjs'
import { findProgram, installPackages } from './lib/programs.mjs'

await ensureInstalled()
const find = async () => (await findProgram('WEBKIT_DRIVER', ['WebKitWebDriver'])) && findProgram('XVFB', ['xvfb-run'])
if (!(await find())) await installPackages('webkit2gtk-driver', 'xvfb', 'xauth', 'fonts-noto-core')
const display = (await find()) ?? fail('No WebKitWebDriver and xvfb-run: install webkit2gtk-driver and xvfb.')
await build()
process.exitCode = await run(display, ['-a', bin('vitest'), 'run', '--config', 'vitest.webkit.config.ts'])
