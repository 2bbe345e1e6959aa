// A server that is told to end in the middle of a burst: whatever was written to it is answered.
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { openServer } from '../../src/node/node-server.ts'
import { answerOn, openConnection } from '../support/raw-http.ts'
import { startServerProcess } from '../support/server-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** The status line of what a connection gets for one whole request, or how it broke. */
function ask(port: number, written: () => void): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n', written))
    socket.on('data', (bytes: Buffer) => {
      answer += bytes.toString('latin1')
      if (answer.includes('\r\n\r\n')) socket.end()
    })
    socket.on('error', (error) => resolve(error.message))
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''))
  })
}

it('answers two hundred requests that were written just before', async () => {
  const busy = () => {
    const until = performance.now() + 2
    while (performance.now() < until);
    return new Response('ok')
  }
  const server = await openServer(busy, { port: 0, host: '127.0.0.1' })
  let written = 0
  let stopped: Promise<void> | undefined
  const answers = await Promise.all(
    Array.from({ length: 200 }, () =>
      ask(server.port, () => {
        written++
        if (written === 200) stopped = server.stop(10_000)
      }),
    ),
  )
  await stopped
  expect(answers.filter((line) => line !== 'HTTP/1.1 200 OK')).toEqual([])
  expect(await ask(server.port, () => {})).toContain('ECONNREFUSED')
})

it('tells who asks on a connection that was idle to ask elsewhere from then on', async () => {
  const server = await openServer(() => new Response('ok'), { port: 0, host: '127.0.0.1' })
  const answers: string[] = []
  const socket = connect(server.port, '127.0.0.1')
  const write = () => socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  const closed = new Promise((resolve) => socket.on('close', resolve))
  socket.on('connect', write)
  let stopped: Promise<void> | undefined
  socket.on('data', (bytes: Buffer) => {
    answers.push(bytes.toString('latin1'))
    if (answers.length > 1) return
    stopped = server.stop(10_000)
    write()
  })
  await closed
  await stopped
  expect(answers).toHaveLength(2)
  expect(answers[1]).toMatch(/Connection: close/i)
})

it('of two hundred requests on open connections just before SIGTERM each is answered, or told to go elsewhere', async () => {
  const folder = temporaryFolder()
  const server = await startServerProcess(folder.path)
  const sockets = await Promise.all(Array.from({ length: 200 }, () => openConnection(server.origin)))
  const answers = sockets.map(answerOn)
  const request = 'GET /v1/support HTTP/1.1\r\nHost: desk\r\n\r\n'
  await Promise.all(sockets.map((socket) => new Promise((written) => socket.write(request, written))))
  expect(await server.stop('SIGTERM')).toBe(0)
  const isSettled = (answer: string) =>
    answer.startsWith('HTTP/1.1 200 OK') ||
    (answer.startsWith('HTTP/1.1 503') && /\r\nConnection: close\r\n/i.test(answer))
  expect((await Promise.all(answers)).filter((answer) => !isSettled(answer))).toEqual([])
  folder.remove()
})
