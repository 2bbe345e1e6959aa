// `npm run proxy:check`: two processes behind nginx and behind Caddy, each with its file of deploy/, over TLS and HTTP/2, at
// the root of their host and below a path of it; what compose.yaml names. Others by NGINX=/path and CADDY=/path.
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './lib/build.mjs'
import { checksOfCaddy, findCaddy, startCaddy } from './lib/caddy.mjs'
import { createChecks, say } from './lib/checks.mjs'
import { checksOfCompose, readCompose } from './lib/compose-file.mjs'
import { askCommandLine, startDesk } from './lib/desk-process.mjs'
import { connect } from './lib/http2-client.mjs'
import { findNginx, startNginx } from './lib/nginx.mjs'
import { fail } from './lib/process.mjs'
import { checkProxied } from './lib/proxied.mjs'

const nginx = await findNginx()
const caddy = await findCaddy()
await build()

const { check, failures } = createChecks()
const folder = mkdtempSync(join(tmpdir(), 'bilet-proxy-'))
const staffToken = randomBytes(24).toString('base64url')
const settings = {
  BILET_IDENTITY_KEYS: `2026:${randomBytes(32).toString('base64')}`,
  BILET_STAFF_TOKENS: `anna:admin:${staffToken}`,
  BILET_TRUSTED_PROXIES: '127.0.0.1',
  BILET_LIMITS: 'guestSuggestions:1',
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

/** Two processes over one database, behind what `start` puts before them. */
async function checkBehind(name, start, atRoot) {
  const place = join(folder, name)
  mkdirSync(place)
  const desks = [await startDesk(place, settings), await startDesk(place, settings)]
  const port = await freePort()
  const proxy = await start(place, port, desks)
  check(`${proxy.name} takes its file${proxy.says && `: ${proxy.says}`}`, proxy.isRunning && proxy.says === '')
  const ownerToken = askCommandLine(place, settings, 'token', 'make', '--shop', 'samovar', '--plan', 'premium')
  const enter = (from) => connect(port, { ca: proxy.certificate, from })
  const before = failures.length
  try {
    if (proxy.isRunning) await checkProxied({ check, name, desks, ownerToken, staffToken, atRoot }, enter)
  } finally {
    if (proxy.isRunning) await proxy.stop()
    for (const { stop } of desks) await stop()
  }
  if (failures.length > before) say(proxy.errors())
}

/** Whose file names addresses of this machine that are to see them. */
async function checkMetrics(client, stranger) {
  check('/metrics is given to this machine', (await client.ask('/metrics')).status === 200)
  for (const [path, said] of [
    ['/metrics', undefined],
    ['/metrics', '127.0.0.1'],
    ['/metrics', '10.0.0.1'],
    ['/support/metrics', undefined],
  ]) {
    const headers = said ? { 'x-forwarded-for': said } : {}
    const { status } = await stranger.ask(path, { headers })
    check(`${path} is refused to another address${said ? ` that says it is ${said}` : ''}`, status === 403)
  }
}

await checkBehind(
  'nginx',
  (place, port, [a, b]) => startNginx(nginx, place, port, { 'desk-a': a.port, 'desk-b': b.port }),
  checkMetrics,
)
if (caddy) await checkBehind('Caddy', (place, port, desks) => startCaddy(caddy, place, port, desks))
else say('Caddy: none to be had')
for (const [what, isSo] of caddy ? checksOfCaddy(caddy, folder) : []) check(what, isSo)
say('compose.yaml')
for (const [what, isSo] of checksOfCompose(await readCompose())) check(what, isSo)
rmSync(folder, { recursive: true })

say(
  'Not shown, for want of such addresses: nginx giving /metrics to 10.0.0.0/8, Caddy refusing it to the world. `proxy_buffering',
)
say(
  'off` and `proxy_read_timeout` alone, for the desk asks nginx for the former itself, and its stream beats. An engine’s network.',
)
if (failures.length > 0) fail(`${failures.length} failed`)
