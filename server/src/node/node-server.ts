// A listening port, and how it is closed without cutting anybody short.
import { createServer } from 'node:http'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createBodyPace } from './body-pace.ts'

type Fetch = Parameters<typeof getRequestListener>[0]

export type ServerOptions = {
  port: number
  host: string
  /** A client that has not sent its headers by then is cut, or one that in so long sent next to nothing of its body; milliseconds. */
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
/** Who has written a request and is not heard within this long has not written one. */
const quietMs = 150

/** Requests of one connection that are answered at once: nobody but an attacker writes more before the first answer. */
const mostUnderWay = 64

/** Listens, or rejects with one line that says why not. */
export async function openServer(fetch: Fetch, options: ServerOptions): Promise<NodeServer> {
  const { port, host, requestMs = 25_000, silenceMs = 60_000 } = options
  const answer = getRequestListener(fetch)
  const pace = createBodyPace(requestMs)
  const isOneTooMany = createUnderWay()
  let isStopping = false
  let lastAt = 0
  const server = createServer(
    {
      requestTimeout: 0,
      headersTimeout: requestMs,
      connectionsCheckingInterval: Math.min(checkEveryMs, requestMs),
      keepAliveTimeout: keepAliveMs,
    },
    (request, response) => {
      lastAt = performance.now()
      if (isOneTooMany(request, response)) {
        response.writeHead(503, { Connection: 'close' }).end()
        return
      }
      // Who asks while the server ends is answered, and told to ask elsewhere from then on.
      if (isStopping) response.setHeader('Connection', 'close')
      pace.keep(request, response)
      void answer(request, response)
    },
  )
  server.setTimeout(silenceMs)
  server.once('close', () => pace.stop())
  await listen(server, port, host)
  return {
    port: portOf(server),
    stop(drainMs) {
      isStopping = true
      lastAt = performance.now()
      return stop(server, { drainMs, isQuiet: () => performance.now() - lastAt >= quietMs })
    },
  }
}

/**
 * Counts what each connection has under way; true for a request that is one too many. Sixty-four kilobytes of requests in a
 * row arrive as one event: a thousand and more would be begun before anybody else's is read.
 */
function createUnderWay() {
  const underWay = new Map<Socket, number>()
  const end = (socket: Socket) => {
    const others = (underWay.get(socket) ?? 1) - 1
    if (others === 0) underWay.delete(socket)
    else underWay.set(socket, others)
  }
  return ({ socket }: IncomingMessage, response: ServerResponse): boolean => {
    const count = (underWay.get(socket) ?? 0) + 1
    underWay.set(socket, count)
    response.once('close', () => end(socket))
    return count > mostUnderWay
  }
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

type Stopping = {
  drainMs: number
  /** Whether nobody has asked for a while: what was written before the end has been read by then. */
  isQuiet: () => boolean
}

/**
 * A request that its client has written is answered, also where it waits unread on a connection that looks idle, or on
 * one that is not yet accepted: the port is closed, and idle connections are, when nobody has asked for a while.
 */
async function stop(server: Server, { drainMs, isQuiet }: Stopping): Promise<void> {
  const cutting = setTimeout(() => server.closeAllConnections(), drainMs)
  const endsAt = performance.now() + drainMs
  do await sleep(closeEveryMs)
  while (!(await isHeardOut(isQuiet)) && performance.now() < endsAt)
  const closing = setInterval(() => {
    void isHeardOut(isQuiet).then((isOver) => isOver && server.closeIdleConnections())
  }, closeEveryMs)
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  clearInterval(closing)
  clearTimeout(cutting)
}

/**
 * Whether it is quiet also to who has taken in all that waits: a process that was not given the processor for a while
 * finds its timers due before it has read what came meanwhile. A connection is accepted in one turn, heard in the next.
 */
async function isHeardOut(isQuiet: () => boolean): Promise<boolean> {
  for (let turn = 0; turn < 3; turn++) {
    if (!isQuiet()) return false
    await nextTurn()
  }
  return isQuiet()
}
