// A mail service on loopback that keeps what it is given, and can be told what to answer.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

export type Posted = {
  headers: IncomingHttpHeaders
  body: { from: string; to: string[]; subject: string; text: string; html: string; headers: Record<string, string> }
}

type Answer = { status: number; body?: object; headers?: Record<string, string> } | 'silence'

export async function openTestMailService() {
  const posted: Posted[] = []
  let answer: Answer = { status: 200, body: { id: 'x' } }
  const server = createServer((request, response) => {
    void take(request, response)
  })
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    posted.push({ headers: request.headers, body: JSON.parse(await text(request)) })
    if (answer !== 'silence') response.writeHead(answer.status, answer.headers).end(JSON.stringify(answer.body ?? {}))
  }
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/emails`,
    posted,
    /** What it answers from now on. */
    answer: (next: Answer) => void (answer = next),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
