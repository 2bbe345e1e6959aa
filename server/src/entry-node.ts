// `node dist/entry-node.js`: the server on one machine.
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { createApp } from './app.ts'
import { loadConfig } from './config.ts'
import type { Config } from './config.ts'
import { openDemo } from './demo/open-demo.ts'
import { openRuntime } from './node-runtime.ts'
import { widgetFiles } from './widget-files.ts'

/** Requests under way get this long to end when the process is told to. */
const drainMs = 10_000
/** A client that has not sent its request by then is cut. */
const requestTimeoutMs = 60_000

const widgetFolder = fileURLToPath(new URL('../../widget/dist', import.meta.url))

type Fetch = Parameters<typeof getRequestListener>[0]

/** Listens, or rejects with one line that says why not. */
function listen(fetch: Fetch, port: number, host: string): Promise<Server> {
  const server = createServer(
    { requestTimeout: requestTimeoutMs, headersTimeout: requestTimeoutMs },
    getRequestListener(fetch),
  )
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`PORT: ${port} is in use; set PORT to another`) : error),
    )
    server.listen(port, host, () => resolve(server))
  })
}

const stop = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), drainMs).unref()
  })

async function start(config: Config) {
  const demo = config.demo ? await openDemo(config) : undefined
  const { deps, close } = await openRuntime(demo?.config ?? config)
  const app = new Hono()
    .get('/', (c) => c.redirect(demo ? demo.origin : '/docs'))
    .route('/', await widgetFiles(widgetFolder))
    .route('/', createApp(deps))
  const servers = [await listen(app.fetch, config.port, config.host)]
  if (demo) servers.push(await listen(demo.host(deps.clock).fetch, demo.port, config.host))
  await demo?.begin(deps)

  let stopping = false
  const shutDown = async () => {
    if (stopping) return
    stopping = true
    await Promise.all(servers.map(stop))
    await close()
  }
  process.once('SIGTERM', () => void shutDown())
  process.once('SIGINT', () => void shutDown())
  const { port } = servers[0]?.address() as AddressInfo
  return `http://${config.host}:${port}`
}

try {
  const config = loadConfig(process.env)
  const origin = await start(config)
  if (!config.demo) process.stdout.write(`Bilet listens at ${origin}, the API reference is at ${origin}/docs\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
