// A scanner on loopback that knows one virus, EICAR's, and answers as clamav-rest does.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

const isInfected = (bytes: Buffer) => bytes.includes('EICAR-STANDARD-ANTIVIRUS-TEST-FILE')

async function look(request: IncomingMessage, response: ServerResponse) {
  const bytes = await buffer(request)
  if (request.url === '/moved') response.writeHead(302, { Location: '/scanHandlerBody' }).end()
  else if (request.url !== '/scanHandlerBody') response.writeHead(404).end()
  else response.writeHead(isInfected(bytes) ? 406 : 200).end(isInfected(bytes) ? 'FOUND' : 'OK')
}

/** Gives its address, one where nothing is, and one that leads to it. */
export async function openTestScanner() {
  const server = createServer((request, response) => void look(request, response))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  return {
    url: `${origin}/scanHandlerBody`,
    elsewhere: `${origin}/`,
    moved: `${origin}/moved`,
    close: () => void server.close(),
  }
}
