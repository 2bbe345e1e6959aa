// A listening port, and how it is closed without cutting anybody short.
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'

type Fetch = Parameters<typeof getRequestListener>[0]

export type ServerOptions = {
  port: number
  host: string
  /** A client that has not sent its whole request by then is cut, milliseconds. */
  requestMs?: number
  /** A connection on which nothing moves is cut then, milliseconds: a client that does not read, for one. */
  silenceMs?: number
}

export type NodeServer = {
  port: number
  /** Takes no more connections; resolves when requests under way are answered, or cut after `drainMs`. */
  stop: (drainMs: number) => Promise<void>
}

/** Slow clients are looked for this often: Node's own half minute would let them stay too long. */
const checkEveryMs = 5_000
/** Longer than nginx keeps a connection to us, so that it never sends a request into one that we are closing. */
const keepAliveMs = 75_000
/** Connections that fall silent while the server stops are closed this often. */
const closeEveryMs = 50

/** Listens, or rejects with one line that says why not. */
export async function openServer(fetch: Fetch, options: ServerOptions): Promise<NodeServer> {
  const { port, host, requestMs = 50_000, silenceMs = 60_000 } = options
  const answer = getRequestListener(fetch)
  const server = createServer(
    {
      requestTimeout: requestMs,
      headersTimeout: requestMs,
      connectionsCheckingInterval: Math.min(checkEveryMs, requestMs),
      keepAliveTimeout: keepAliveMs,
    },
    (request, response) => void answer(request, response),
  )
  server.setTimeout(silenceMs)
  await listen(server, port, host)
  return { port: portOf(server), stop: (drainMs) => stop(server, drainMs) }
}

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server listens at no port')
  return address.port
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`PORT: ${port} is in use; set PORT to another`) : error),
    )
    server.listen(port, host, resolve)
  })
}

/** A connection kept alive is idle as soon as its answer is sent, and has no reason to stay. */
function stop(server: Server, drainMs: number): Promise<void> {
  const closing = setInterval(() => server.closeIdleConnections(), closeEveryMs)
  const cutting = setTimeout(() => server.closeAllConnections(), drainMs)
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(closing)
      clearTimeout(cutting)
      resolve()
    })
  })
}
