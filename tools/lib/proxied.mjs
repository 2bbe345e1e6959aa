// What a desk behind a proxy owes its owners, whichever the proxy is.
import { randomBytes } from 'node:crypto'

const bearer = (token) => ({ authorization: `Bearer ${token}` })
const json = (value) => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
  method: 'POST',
})

async function checkPages(check, client, at) {
  for (const page of ['healthz', 'readyz', 'bilet.js', 'build.json', 'docs', 'staff', 'openapi.json']) {
    const { status } = await client.ask(`${at}${page}`)
    check(`${at}${page} is there`, status === 200)
  }
}

async function checkPicture({ check, ownerToken }, client, at) {
  const form = new Response(new FormData())
  const type = form.headers.get('content-type')
  const edge = `--${type.split('boundary=')[1]}`
  const head = `${edge}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), randomBytes(10 * 1024 * 1024), Buffer.from(`\r\n${edge}--\r\n`)])
  const headers = { ...bearer(ownerToken), 'content-type': type }
  const answer = await client.ask(`${at}v1/attachments`, { method: 'POST', headers, body })
  check(`ten megabytes reach the desk at ${at}, which looks at them itself`, answer.type.includes('json'))
}

async function checkStream({ check, ownerToken, staffToken }, client, at) {
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

async function suggest(client, said) {
  const { headers, ...request } = json({ subject: 'Не приходят письма', description: '', locale: 'ru' })
  const sent = { ...headers, 'x-forwarded-for': said }
  return (await client.ask('/v1/suggestions', { ...request, headers: sent })).status
}

/** One question an address at each process: who writes another address into each meets the limit all the same. */
async function checkForwarded({ check, name }, stranger, other) {
  const statuses = []
  for (const said of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) statuses.push(await suggest(stranger, said))
  check(`X-Forwarded-For is ${name}’s own, whatever a client writes`, statuses[0] === 200 && statuses.includes(429))
  check('and another address is another', (await suggest(other, '192.0.2.1')) === 200)
}

async function checkStop({ check, desks }, client) {
  await desks[0].stop()
  const statuses = []
  for (let asked = 0; asked < 6; asked++) statuses.push((await client.ask('/healthz')).status)
  check(
    'once one has stopped, the other answers for it',
    statuses.every((status) => status === 200),
  )
}

/**
 * At the root and below `/support/`, over HTTP/2: pages, a large picture, a stream, forwarded addresses, and that one process
 * may stop. `enter` connects from an address of this machine.
 */
export async function checkProxied(desk, enter) {
  const clients = [await enter('127.0.0.1'), await enter('127.0.0.2'), await enter('127.0.0.3')]
  const [client, stranger, other] = clients
  desk.check('it speaks HTTP/2 over TLS', client.protocol === 'h2')
  for (const at of ['/', '/support/']) {
    await checkPages(desk.check, client, at)
    await checkPicture(desk, client, at)
    await checkStream(desk, client, at)
  }
  await checkForwarded(desk, stranger, other)
  // At once: who has least to do is asked next.
  await Promise.all(Array.from({ length: 16 }, () => client.ask('/v1/support')))
  desk.check(
    'both processes were asked',
    desk.desks.every(({ said }) => said().includes('"route":"/v1/support"')),
  )
  await desk.atRoot?.(client, stranger)
  await checkStop(desk, client)
  for (const { close } of clients) close()
}
