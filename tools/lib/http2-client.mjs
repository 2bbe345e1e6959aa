// HTTP/2 over TLS as a browser speaks it, from whichever address of this machine.
import { once } from 'node:events'
import { connect as connectHttp2 } from 'node:http2'
import { connect as connectTls } from 'node:tls'

/** No answer comes later than this, however busy the machine; milliseconds. */
const longest = 60_000

/** A connection from the address `from`, to a host whose certificate is `ca`. */
export async function connect(port, { ca, from = '127.0.0.1' }) {
  const reach = { host: '127.0.0.1', port, localAddress: from, ca, servername: 'localhost', ALPNProtocols: ['h2'] }
  const session = connectHttp2(`https://localhost:${port}`, { createConnection: () => connectTls(reach) })
  await once(session, 'connect')
  return {
    protocol: session.alpnProtocol,
    ask: (path, options) => ask(session, path, options),
    listen: (path, headers) => listen(session, path, headers),
    close: () => session.close(),
  }
}

async function ask(session, path, { method = 'GET', headers = {}, body } = {}) {
  const stream = session.request({ ':method': method, ':path': path, ...headers })
  stream.setTimeout(longest, () => stream.close())
  stream.end(body)
  const [answer] = await once(stream, 'response')
  let text = ''
  for await (const chunk of stream) text += chunk
  return { status: answer[':status'], type: answer['content-type'] ?? '', text }
}

/** A stream that stays open: `until` waits for words in it and says whether they came while it was. */
function listen(session, path, headers) {
  const stream = session.request({ ':path': path, ...headers })
  let text = ''
  stream.on('data', (chunk) => (text += chunk))
  stream.setTimeout(longest, () => stream.close())
  const until = (words) =>
    new Promise((resolve) => {
      const look = () => text.includes(words) && resolve(!stream.closed)
      look()
      stream.on('data', look)
      stream.once('close', () => resolve(false))
    })
  return { until, close: () => stream.close() }
}
