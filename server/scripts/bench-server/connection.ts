// HTTP/1.1 over one kept connection, with as little work as can be: what is measured is the server.
import { connect } from 'node:net'
import type { Socket } from 'node:net'

export type Reply = { status: number; body: string }

export type Connection = {
  /** Sends the request's bytes and resolves with the whole reply. One at a time. */
  send(request: string): Promise<Reply>
  close(): void
}

/** The bytes of a request. */
export function requestOf(method: string, path: string, headers: Record<string, string>, body = ''): string {
  const all = { host: 'bench', ...headers, 'content-length': String(Buffer.byteLength(body)) }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`
}

export async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  return talk(socket)
}

function talk(socket: Socket): Connection {
  let received = ''
  let answer: ((reply: Reply) => void) | undefined
  let fail: ((error: Error) => void) | undefined
  socket.setEncoding('latin1')
  socket.on('data', (chunk: string) => {
    received += chunk
    const reply = wholeReply(received)
    if (!reply) return
    received = ''
    answer?.(reply)
  })
  socket.on('error', (error) => fail?.(error))
  socket.on('close', () => fail?.(new Error('the server closed the connection')))
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        answer = resolve
        fail = reject
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}

function wholeReply(received: string): Reply | undefined {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = received.slice(0, end)
  const status = Number(head.slice(9, 12))
  const body = received.slice(end + 4)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (length !== undefined) return body.length >= Number(length) ? { status, body } : undefined
  return body.endsWith('0\r\n\r\n') ? { status, body } : undefined
}
