// docs/getting-started.md as it stands there: its commands, its two pages, a server and PHP.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import type { SupportReply } from '@bilet/shared/replies'
import { hasInterpreter } from './support/interpreters.ts'
import { builtCli, startServerProcess } from './support/server-process.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

const docs = readFileSync(new URL('../../docs/getting-started.md', import.meta.url), 'utf8')

/** The block of code below these words. */
function blockAfter(words: string): string {
  const [, code] = /```\w+\n([\s\S]*?)```/.exec(docs.slice(docs.indexOf(words))) ?? []
  if (!docs.includes(words) || !code) throw new Error(`docs/getting-started.md has no block after “${words}”`)
  return code
}

const folder = temporaryFolder()
/** `npm run --silent bilet --` is the built command line. */
const npm = `npm() { shift 4; '${process.execPath}' '${builtCli}' "$@"; }\n`
const run = (words: string) =>
  execFileSync('sh', ['-e'], { cwd: folder.path, input: npm + blockAfter(words), encoding: 'utf8' })

/** PHP's own server on the shop, on a port that is free. */
async function serveShop() {
  const command = blockAfter('Your backend needs the key too').replace('127.0.0.1:8000', '127.0.0.1:0')
  const php = spawn('sh', ['-c', command.replace('php -S', 'exec php -S')], { cwd: folder.path })
  let said = ''
  const origin = await new Promise<string>((resolve, reject) => {
    php.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const [, found] = /\((http:\/\/127\.0\.0\.1:\d+)\) started/.exec(said) ?? []
      if (found) resolve(found)
    })
    php.once('exit', () => reject(new Error(said)))
  })
  return {
    origin,
    async stop() {
      php.kill()
      await once(php, 'exit')
    },
  }
}

/** What the desk tells an owner whom the shop's page signs in. */
async function supportFor(desk: string, shop: string): Promise<SupportReply> {
  const answer = await fetch(`${shop}/my/bilet-token/`)
  const { token } = (await answer.json()) as { token: string }
  const support = await fetch(`${desk}/v1/support?locale=en`, { headers: { Authorization: `Bearer ${token}` } })
  return (await support.json()) as SupportReply
}

it.skipIf(!hasInterpreter('php'))(
  'leads from a clone to a page with a real token and a policy of its own',
  async () => {
    run('## 2. A key')
    for (const page of ['shop/index.php', 'shop/my/bilet-token/index.php']) {
      mkdirSync(dirname(join(folder.path, page)), { recursive: true })
      writeFileSync(join(folder.path, page), blockAfter(`\`${page}\``))
    }
    const shop = await serveShop()
    const ownSettings = { BILET_IDENTITY_KEYS: undefined, BILET_LOG_LEVEL: 'warn' }
    const desk = await startServerProcess(folder.path, ownSettings)
    const html = await (await fetch(`${shop.origin}/`)).text()
    const [, tag] = /src="http:\/\/127\.0\.0\.1:8787\/(\S+)"/.exec(html) ?? []
    expect(tag).toBe('bilet.js')
    expect(await supportFor(desk.origin, shop.origin)).toMatchObject({
      caller: { kind: 'owner', plan: 'premium', planName: 'Premium', email: 'anna@shop.example' },
      reaction: { hours: 3, clock: 'support' },
    })
    await desk.stop()

    run('## 4. Your own hours')
    const policy = join(folder.path, 'policy.json')
    writeFileSync(policy, readFileSync(policy, 'utf8').replaceAll('"Premium"', '"Gold"'))
    run('Change what you like')
    const own = await startServerProcess(folder.path, ownSettings)
    expect((await supportFor(own.origin, shop.origin)).caller.planName).toBe('Gold')
    await own.stop()
    await shop.stop()
    folder.remove()
  },
  120_000,
)
