// What only a real connection can say: broken framing, broken headers, addresses that are made to be taken for others.
import { afterAll, describe, expect, it } from 'vitest'
import { staffToken, tokenFor } from '../support/over-http.ts'
import { answerOn, head, openConnection, say, statusOf } from '../support/raw-http.ts'
import { startServerProcess } from '../support/server-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const folder = temporaryFolder()
const server = await startServerProcess(folder.path, { BILET_LOG_LEVEL: 'debug' })
const ownerToken = await tokenFor()
afterAll(async () => {
  await server.stop()
  folder.remove()
})

const ask = (...lines: string[]) => say(server.origin, head(...lines))
const asOwner = `Authorization: Bearer ${ownerToken}`
const asStaff = `Authorization: Bearer ${staffToken}`
const host = 'Host: desk'
const json = 'Content-Type: application/json'
const check = 'POST /v1/tickets/check HTTP/1.1'

/** The server is there for everybody else, whatever was said to it. */
const isServing = async () => statusOf(await ask('GET /v1/support HTTP/1.1', host)) === 200

describe('a body whose length', () => {
  it.each([
    ['is told in two ways', `${json}\r\nContent-Length: 2\r\nTransfer-Encoding: chunked`, '2\r\n{}\r\n0\r\n\r\n'],
    ['is told in two ways, the other first', `${json}\r\nTransfer-Encoding: chunked\r\nContent-Length: 2`, '0\r\n\r\n'],
    ['is told twice', `${json}\r\nContent-Length: 2\r\nContent-Length: 3`, '{} '],
    ['is no number', `${json}\r\nContent-Length: +2`, '{}'],
    ['is told with a blank before the colon', `${json}\r\nTransfer-Encoding : chunked`, '2\r\n{}\r\n0\r\n\r\n'],
    ['is chunked and something else', `${json}\r\nTransfer-Encoding: chunked, identity`, '2\r\n{}\r\n0\r\n\r\n'],
    ['of a chunk is no number', `${json}\r\nTransfer-Encoding: chunked`, 'z\r\n{}\r\n0\r\n\r\n'],
  ])('%s is refused, and its connection closed', async (_case, lines, body) => {
    const smuggled = 'GET /v1/staff/tickets HTTP/1.1\r\nHost: desk\r\n\r\n'
    const answer = await say(server.origin, `${check}\r\n${host}\r\n${lines}\r\n\r\n${body}${smuggled}`)
    expect(statusOf(answer)).toBe(400)
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1)
    expect(await isServing()).toBe(true)
  })

  it.each([
    ['JSON', check, json],
    ['a form', 'POST /v1/attachments HTTP/1.1', `${asOwner}\r\nContent-Type: multipart/form-data; boundary=x`],
  ])('is told by nobody is refused once it is too long: %s in pieces', async (_kind, line, lines) => {
    const socket = await openConnection(server.origin)
    const answered = answerOn(socket)
    socket.write(head(line, host, lines, 'Transfer-Encoding: chunked'))
    const endless = 4_000
    const piece = `10000\r\n${'x'.repeat(65_536)}\r\n`
    let pieces = 0
    for (; socket.bytesRead === 0 && pieces < endless && socket.writable; pieces++)
      await new Promise<void>((resolve) => socket.write(piece, () => resolve()))
    socket.end()
    expect(pieces).toBeLessThan(endless)
    // Who goes on writing may find the connection closed before the answer is read.
    expect(await answered).toMatch(/^$|^HTTP\/1\.1 413 /)
    expect(await isServing()).toBe(true)
  })
})

describe('a header', () => {
  it('of fourteen kilobytes in a preflight gets an answer of a few lines', async () => {
    const names = Array.from({ length: 1_400 }, (_, at) => `x-header-${at % 10}`).join()
    const preflight = [
      'OPTIONS /v1/tickets HTTP/1.1',
      host,
      'Origin: https://shop.example',
      'Access-Control-Request-Method: POST',
    ]
    const answer = await ask(...preflight, `Access-Control-Request-Headers: ${names.slice(0, 14_000)}`)
    expect(statusOf(answer)).toBeLessThan(500)
    expect(answer.length).toBeLessThan(2_048)
    expect(statusOf(await ask(...preflight, `Access-Control-Request-Headers: ${'x'.repeat(20_000)}`))).toBe(431)
    expect(await isServing()).toBe(true)
  })

  it.each([
    ['no host', 'X: y'],
    ['two hosts', `${host}\r\nHost: elsewhere.example`],
    ['the same host twice', `${host}\r\nHost: desk`],
    ['two hosts in one', 'Host: desk, elsewhere.example'],
    ['a NUL', `${host}\r\nX: a\0b`],
    ['a name with a blank', `${host}\r\nX y: z`],
  ])('that says %s is refused', async (_case, lines) => {
    for (const path of ['/v1/support', '/healthz', '/bilet.js'])
      expect(statusOf(await ask(`GET ${path} HTTP/1.1`, lines)), path).toBe(400)
  })

  it.each([
    ['the same token twice', [asOwner, asOwner], 400],
    ['two tokens', [asOwner, asStaff], 400],
    ['no token behind its scheme', ['Authorization: Bearer'], 401],
    ['nothing', ['Authorization:'], 401],
    ['a name and a password', ['Authorization: Basic YTpi'], 401],
    ['a list', [`Authorization: ["${staffToken}"]`], 401],
  ])('Authorization with %s opens nothing', async (_case, lines, status) => {
    for (const path of ['/v1/tickets', '/v1/staff/tickets'])
      expect(statusOf(await ask(`GET ${path} HTTP/1.1`, host, ...lines)), path).toBe(status)
  })
})

describe('a token in the address', () => {
  it.each(['token', 'access_token', 'authorization', 'Authorization'])(
    'as %s opens nothing, and is in no log',
    async (name) => {
      const paths = [`/v1/tickets?${name}=${ownerToken}`, `/v1/staff/tickets?${name}=${staffToken}`]
      for (const path of paths) expect(statusOf(await ask(`GET ${path} HTTP/1.1`, host)), path).toBe(401)
      for (const token of [ownerToken, staffToken]) expect(server.output()).not.toContain(token)
    },
  )
})

describe('an address', () => {
  const disguised = [
    '/v1/staff%2ftickets',
    '/v1/staff%2Ftickets',
    '/v1%2fstaff/tickets',
    '/v1/%73taff/tickets',
    '/v1/%2573taff/tickets',
    '/v1//staff/tickets',
    '//v1/staff/tickets',
    '/v1/staff//tickets',
    '/v1/./staff/tickets',
    '/v1/tickets/../staff/tickets',
    '/v1/tickets/%2e%2e/staff/tickets',
    '/v1/tickets/%252e%252e/staff/tickets',
    '/v1/tickets/..%2f..%2fv1/staff/tickets',
    '/v1/STAFF/tickets',
    '/v1/staff/tickets/',
    '/v1/staff\\tickets',
    '/v1/staff/tickets;x=1',
    '/v1/staff/tickets%00',
    '/v1/staff/tickets%ff',
    'http://elsewhere.example/v1/staff/tickets',
  ]

  it.each(disguised)('%s leads no owner and no guest to the staff’s tickets', async (path) => {
    for (const lines of [[], [asOwner]]) {
      const answer = await ask(`GET ${path} HTTP/1.1`, host, ...lines)
      expect([400, 401, 404]).toContain(statusOf(answer))
      expect(answer.length).toBeLessThan(2_048)
    }
  })

  it.each(['/v1/tickets%2f..%2ftickets', '/v1//tickets', '//v1/tickets', '/v1/tickets/%2e%2e%2ftickets'])(
    '%s is not that of an owner’s tickets',
    async (path) => {
      expect(statusOf(await ask(`GET ${path} HTTP/1.1`, host, asOwner))).toBe(404)
    },
  )
})

it('two hundred clients that never finish their headers keep nobody out', async () => {
  const slow = await Promise.all(Array.from({ length: 200 }, () => openConnection(server.origin)))
  for (const socket of slow) socket.write(`GET /v1/support HTTP/1.1\r\n${host}\r\nX-Slow: a`)
  expect(await isServing()).toBe(true)
  for (const socket of slow) socket.destroy()
})

it('a thousand requests in a row on one connection are not all begun: others are served between them', async () => {
  const one = head('GET /v1/support HTTP/1.1', host).replace('Connection: close\r\n', '')
  const answer = await say(server.origin, one.repeat(1_000))
  const statuses = [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status)
  expect(statuses.filter((status) => status === '200').length).toBeLessThanOrEqual(64)
  expect(statuses.at(-1)).toBe('503')
  expect(await isServing()).toBe(true)
})

it.each([1_001, 85_000])('a form of %i parts is refused, and the next one is read', async (count) => {
  const part = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\na\r\n'
  const upload = (body: string) =>
    say(
      server.origin,
      head(
        'POST /v1/attachments HTTP/1.1',
        host,
        asOwner,
        'Content-Type: multipart/form-data; boundary=x',
        `Content-Length: ${body.length}`,
      ) + body,
    )
  const refused = await upload(`${part.repeat(count)}--x--\r\n`)
  expect([statusOf(refused), /"code":"\w+"/.exec(refused)?.[0]]).toEqual([400, '"code":"malformed_multipart"'])
  expect(statusOf(await upload(`${part}--x--\r\n`))).toBe(415)
})
