// `npm run proxy:check`: two processes behind nginx with the file of deploy/, over TLS and HTTP/2, at the root of their host
// and below a path of it; Caddy's file as Caddy reads it; what compose.yaml names. Another nginx by NGINX=/path.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './lib/build.mjs'
import { checksOfCaddy, findCaddy } from './lib/caddy.mjs'
import { createChecks, say } from './lib/checks.mjs'
import { checksOfCompose, readCompose } from './lib/compose-file.mjs'
import { askCommandLine, startDesk } from './lib/desk-process.mjs'
import { connect } from './lib/http2-client.mjs'
import { findNginx, startNginx } from './lib/nginx.mjs'
import { fail } from './lib/process.mjs'

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
const bearer = (token) => ({ authorization: `Bearer ${token}` })
const json = (value) => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
  method: 'POST',
})

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

const desks = [await startDesk(folder, settings), await startDesk(folder, settings)]
const port = await freePort()
const [deskA, deskB] = desks
const proxy = startNginx(nginx, folder, port, { 'desk-a': deskA.port, 'desk-b': deskB.port })
check(`nginx ${nginx.version} takes its file${proxy.says && `: ${proxy.says}`}`, proxy.isRunning && proxy.says === '')

const ownerToken = askCommandLine(folder, settings, 'token', 'make', '--shop', 'samovar', '--plan', 'premium')
const enter = (from) => connect(port, { ca: proxy.certificate, from })

async function checkPages(client, at) {
  for (const page of ['healthz', 'readyz', 'bilet.js', 'build.json', 'docs', 'staff', 'openapi.json']) {
    const { status } = await client.ask(`${at}${page}`)
    check(`${at}${page} is there`, status === 200)
  }
}

async function checkPicture(client, at) {
  const form = new Response(new FormData())
  const type = form.headers.get('content-type')
  const edge = `--${type.split('boundary=')[1]}`
  const head = `${edge}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), randomBytes(10 * 1024 * 1024), Buffer.from(`\r\n${edge}--\r\n`)])
  const headers = { ...bearer(ownerToken), 'content-type': type }
  const answer = await client.ask(`${at}v1/attachments`, { method: 'POST', headers, body })
  check(`ten megabytes reach the desk at ${at}, which looks at them itself`, answer.type.includes('json'))
}

async function checkStream(client, at) {
  const stream = client.listen(`${at}v1/staff/events`, bearer(staffToken))
  const isOpen = await stream.until(': open')
  const ticket = {
    subject: 'Не приходят письма о заказе',
    description: 'После оформления заказа покупатель не получает письмо, хотя раньше получал.',
    steps: ['Оформил тестовый заказ', 'Подождал 20 минут, письма нет и в спаме'],
    screenshot: { attachments: [], links: ['https://prnt.sc/abc123'] },
    department: 'sales',
    locale: 'ru',
  }
  const { headers, ...request } = json(ticket)
  const named = { ...headers, ...bearer(ownerToken), 'idempotency-key': `ticket-${at}` }
  const { status } = await client.ask(`${at}v1/tickets`, { ...request, headers: named })
  check(`a ticket is taken at ${at}`, status === 201)
  check(`its line comes while the stream at ${at} is open`, isOpen && (await stream.until('event: submitted')))
  stream.close()
}

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

async function suggest(client, said) {
  const { headers, ...request } = json({ subject: 'Не приходят письма', description: '', locale: 'ru' })
  const sent = { ...headers, 'x-forwarded-for': said }
  return (await client.ask('/v1/suggestions', { ...request, headers: sent })).status
}

/** One question an address at each process: who writes another address into each meets the limit all the same. */
async function checkForwarded(stranger, other) {
  const statuses = []
  for (const said of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) statuses.push(await suggest(stranger, said))
  check('X-Forwarded-For is nginx’s own, whatever a client writes', statuses[0] === 200 && statuses.includes(429))
  check('and another address is another', (await suggest(other, '192.0.2.1')) === 200)
}

async function checkStop(client) {
  await deskA.stop()
  const statuses = []
  for (let asked = 0; asked < 6; asked++) statuses.push((await client.ask('/healthz')).status)
  check(
    'once one has stopped, the other answers for it',
    statuses.every((status) => status === 200),
  )
}

async function checkProxy() {
  const clients = [await enter('127.0.0.1'), await enter('127.0.0.2'), await enter('127.0.0.3')]
  const [client, stranger, other] = clients
  check('it speaks HTTP/2 over TLS', client.protocol === 'h2')
  for (const at of ['/', '/support/']) {
    await checkPages(client, at)
    await checkPicture(client, at)
    await checkStream(client, at)
  }
  await checkMetrics(client, stranger)
  await checkForwarded(stranger, other)
  for (let asked = 0; asked < 4; asked++) await client.ask('/v1/support')
  await checkStop(client)
  for (const { close } of clients) close()
}

const wereAsked = () => desks.every(({ said }) => said().includes('"route":"/v1/support"'))

try {
  if (proxy.isRunning) await checkProxy()
} finally {
  if (proxy.isRunning) proxy.stop()
  for (const { stop } of desks) await stop()
}
check('both processes were asked', wereAsked())
if (failures.length > 0) say(proxy.errors())

say(caddy ? `Caddy ${caddy.version}` : 'Caddy: none to be had')
for (const [what, isSo] of caddy ? checksOfCaddy(caddy, folder) : []) check(what, isSo)
say('compose.yaml')
for (const [what, isSo] of checksOfCompose(await readCompose())) check(what, isSo)
rmSync(folder, { recursive: true })

say(
  'Not shown, for want of such addresses: /metrics given to 10.0.0.0/8. `proxy_buffering off` and `proxy_read_timeout`',
)
say(
  'alone, for the desk asks nginx for the former itself, and its stream beats. Caddy’s certificates, an engine’s network.',
)
if (failures.length > 0) fail(`${failures.length} failed`)
