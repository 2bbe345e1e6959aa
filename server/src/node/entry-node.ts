// `node dist/entry-node.js`: the server on one machine.
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { compress } from 'hono/compress'
import { createApp } from '../app.ts'
import { loadConfig } from '../config.ts'
import type { Config } from '../config.ts'
import { earlierFiles } from '../builds/earlier-files.ts'
import { tendBuilds, tendEveryMs } from '../builds/tend-builds.ts'
import { readEnvironment, withDefaultFile } from './environment.ts'
import { createNodeLog } from './node-log.ts'
import { inboxRoutes } from '../inbox/inbox-routes.ts'
import { inboxFiles } from './inbox-files.ts'
import { openServer } from './node-server.ts'
import { openRuntime } from './node-runtime.ts'
import { openWidget } from './widget-files.ts'

/** Requests under way get this long to end when the process is told to. */
const drainMs = 8_000
/** Whatever still hangs then, a mail server for one, is left. */
const endMs = 10_000

// What is written here is for the desk alone: databases, pictures, their journals.
process.umask(0o077)

// The heap may grow by half between collections, not fourfold: an export of a million tickets stays a third smaller for it,
// and takes no longer.
setFlagsFromString('--heap-growing-percent=50')

const folder = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

async function start(config: Config) {
  const { host } = config
  // The one door to the demo: a server without it loads nothing of it.
  const demo = config.demo ? (await import('../../demo/host/open-demo.ts')).openDemo(config) : undefined
  const { deps, end, close } = await openRuntime(demo?.config ?? config)
  const widget = await openWidget(folder('widget/dist'))
  // Before the first page is told of this build: another process may be asked for its chunks.
  await tendBuilds(deps.builds, widget.build, deps.log)
  const tending = setInterval(() => void tendBuilds(deps.builds, widget.build, deps.log), tendEveryMs)
  const app = createApp(deps)
  app.get('/', (c) => c.redirect(demo ? demo.origin : 'docs'))
  app.route('/', widget.app)
  app.use('/panel/*', compress()).use('/v/*', compress()).route('/', earlierFiles(deps.builds))
  if (config.inbox) app.route('/', inboxRoutes(await inboxFiles(folder('server/inbox/dist'))))
  const server = await openServer(app.fetch, { port: config.port, host })
  const servers = [server]
  if (demo) servers.push(await openServer(demo.host(deps).fetch, { port: demo.port, host }))
  await demo?.begin(deps)

  let isStopping = false
  const shutDown = async () => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(1), endMs).unref()
    clearInterval(tending)
    end()
    await Promise.all(servers.map(({ stop }) => stop(drainMs)))
    await close()
  }
  process.once('SIGTERM', () => void shutDown())
  process.once('SIGINT', () => void shutDown())
  return `http://${host}:${server.port}`
}

try {
  const config = loadConfig(readEnvironment(process.argv.slice(2), withDefaultFile(process.env)).env)
  const origin = await start(config)
  const listens = `Bilet listens at ${origin}, the API reference is at ${origin}/docs`
  if (!config.demo) createNodeLog('info').info({}, listens)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  // What was opened before the failure must not keep the process.
  process.exit(1)
}
