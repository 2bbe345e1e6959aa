// HTTP as no client library would write it, over a real connection.
import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** A connection to the server at this address. */
export async function openConnection(origin: string): Promise<Socket> {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  // Who says what is wrong may be cut at any moment.
  socket.on('error', () => {})
  await once(socket, 'connect')
  return socket
}

/** All that a connection is answered until it is closed, from either side. */
export async function answerOn(socket: Socket): Promise<string> {
  let answer = ''
  socket.on('data', (bytes: Buffer) => (answer += bytes.toString('latin1')))
  await new Promise((resolve) => socket.once('close', resolve))
  return answer
}

/** What this is answered on a connection of its own; whoever asks says `Connection: close`, or is cut. */
export async function say(origin: string, said: string): Promise<string> {
  const socket = await openConnection(origin)
  const answer = answerOn(socket)
  socket.write(said)
  return answer
}

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])

/** The lines before a request's body. */
export const head = (...lines: string[]): string => `${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`
