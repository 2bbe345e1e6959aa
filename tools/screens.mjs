// `npm run screens`: every screen of the widget, light and dark, wide and on a phone, in three languages, as pictures to look at.
import { build } from './lib/build.mjs'
import { ensureChromium } from './lib/chromium.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { bin, run } from './lib/process.mjs'

await ensureInstalled()
const env = { CHROME_PATH: await ensureChromium(), LOCALES: 'ru,uk,en' }
await build()
process.exitCode = await run(bin('vitest'), ['run', '--project', 'e2e', 'screens', '--testTimeout=120000'], { env })
process.stdout.write('The pictures are in .cache/screens.\n')
