// Storage and clients that take their time: whoever waits is told in seconds, nothing is lost or doubled by it.
import { EventEmitter, once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { Hono } from 'hono'
import Libsql from 'libsql'
import { createStorage } from 'unstorage'
import { afterEach, describe, expect, it } from 'vitest'
import type { SubmittedReply } from '@bilet/shared/replies'
import { guarded } from '../src/storage/guarded-driver.ts'
import { png } from '../src/attachments/image/test-pictures.ts'
import { s3Driver } from '../src/storage/s3-driver.ts'
import { openServer } from '../src/node/node-server.ts'
import type { NodeServer } from '../src/node/node-server.ts'
import { as, draft, fileForm, tokenFor } from './support/over-http.ts'
import { startServerProcess } from './support/server-process.ts'
import { temporaryFolder } from './support/temporary-folder.ts'
import { createTestApp } from './support/test-app.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

describe('a storage that is slow', () => {
  it('has a submission answered 503 in seconds, and its repeat makes one ticket', async () => {
    const folder = temporaryFolder()
    const server = await startServerProcess(folder.path)
    undo.push(folder.remove, server.stop)
    const other = new Libsql(join(folder.path, 'data/bilet.db'))
    other.exec('BEGIN IMMEDIATE')
    const owner = as(server.origin, await tokenFor())
    const submit = () => owner.send<SubmittedReply>('POST', '/v1/tickets', draft, { key: 'slow' })

    const refused = await submit()
    expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable' } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await owner.get('/v1/tickets')).body).toMatchObject({ items: [] })

    other.exec('ROLLBACK')
    other.close()
    const [first, second] = [await submit(), await submit()]
    expect(first.status).toBe(201)
    expect(second.body).toEqual(first.body)
    expect((await owner.get('/v1/tickets')).body).toMatchObject({ items: [{ id: first.body.id }] })
  }, 30_000)

  it('has an upload answered 503 when the bucket stays silent, and says so to whoever runs the desk', async () => {
    const silent = createServer(() => {})
    silent.listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const address = silent.address()
    const endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
    const location = { kind: 's3', endpoint, bucket: 'b', prefix: '', region: 'auto' } as const
    const driver = s3Driver({ ...location, accessKeyId: 'id', secretAccessKey: 'secret' })
    const test = await createTestApp({ storage: createStorage({ driver: guarded(driver, { answerMs: 200 }) }) })
    undo.push(
      () => silent.close(),
      () => silent.closeAllConnections(),
      () => test.close(),
    )
    const headers = { Authorization: `Bearer ${await test.tokenFor()}` }
    const upload = await test.app.request('/v1/attachments', { method: 'POST', headers, body: fileForm(png()) })
    expect(upload.status).toBe(503)
    expect(Number(upload.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await test.app.request('/readyz')).status).toBe(503)
    expect((await test.app.request('/healthz')).status).toBe(200)
  })
})

describe('a client that is slow', () => {
  const given = new EventEmitter()
  const app = new Hono()
    .post('/', async (c) => c.text(await c.req.text()))
    .get('/slowly', (c) => {
      const pull = async (controller: ReadableStreamDefaultController) => {
        await new Promise((done) => setTimeout(done, 60))
        if (++told > 10) controller.close()
        else controller.enqueue(new TextEncoder().encode(`piece ${told} `))
      }
      let told = 0
      return c.body(new ReadableStream({ pull }))
    })
    .get('/endless', (c) => {
      const pull = (controller: ReadableStreamDefaultController) => controller.enqueue(new Uint8Array(64 * 1024))
      return c.body(new ReadableStream({ pull, cancel: () => void given.emit('up') }))
    })
  app.onError((_error, c) => c.body(null, 400))

  async function listen(options: { requestMs?: number; silenceMs?: number }): Promise<NodeServer> {
    const server = await openServer(app.fetch, { port: 0, host: '127.0.0.1', ...options })
    undo.push(() => server.stop(0))
    return server
  }

  /** A connection on which this was said; `closed` resolves with what was answered when the server has cut it. */
  async function say({ port }: NodeServer, said: string) {
    const socket = connect(port, '127.0.0.1')
    undo.push(() => socket.destroy())
    await once(socket, 'connect')
    socket.on('error', () => {})
    let answer = ''
    const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(answer)))
    socket.write(said)
    return { socket, closed, read: () => socket.on('data', (chunk: Buffer) => (answer += chunk.toString())) }
  }

  const post = 'POST / HTTP/1.1\r\nHost: desk\r\nContent-Length: 100\r\n'

  it.each([
    ['its headers', post],
    ['its body', `${post}\r\nhalf`],
  ])('is cut when it never finishes %s', async (_part, said) => {
    const { read, closed } = await say(await listen({ requestMs: 300 }), said)
    read()
    expect(await closed).toContain('408 Request Timeout')
  })

  it('is cut when it drips: a byte now and then is no progress', async () => {
    const { socket, read, closed } = await say(await listen({ requestMs: 400 }), `${post}\r\n`)
    const drip = setInterval(() => socket.write('x'), 20)
    undo.push(() => clearInterval(drip))
    read()
    expect(await closed).toContain('408 Request Timeout')
  })

  it('is served as long as its body moves, however long that takes', async () => {
    const [spans, requestMs] = [2.5, 2000]
    const piece = 'x'.repeat(8 * 1024)
    const pieces = Math.ceil((spans * requestMs) / 100)
    const head = `POST / HTTP/1.1\r\nHost: desk\r\nConnection: close\r\nContent-Length: ${pieces * piece.length}\r\n\r\n`
    const { socket, read, closed } = await say(await listen({ requestMs }), head)
    let left = pieces
    const steady = setInterval(() => (left-- > 0 ? socket.write(piece) : clearInterval(steady)), 100)
    undo.push(() => clearInterval(steady))
    read()
    expect(await closed).toContain('200 OK')
  })

  it('is given a long answer to the end: having nothing more to say is not slow', async () => {
    const asked = 'GET /slowly HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n\r\n'
    const { read, closed } = await say(await listen({ requestMs: 100 }), asked)
    read()
    expect(await closed).toContain('piece 10')
  })

  it('is cut when it does not read its answer', async () => {
    const { socket } = await say(await listen({ silenceMs: 300 }), 'GET /endless HTTP/1.1\r\nHost: desk\r\n\r\n')
    const givenUp = once(given, 'up')
    await once(socket, 'readable')
    await givenUp
    const answer = socket.read()
    expect(answer?.toString('latin1')).toContain('200 OK')
  })
})
