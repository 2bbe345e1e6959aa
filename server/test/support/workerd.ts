// The built Worker in real workerd with real D1 and R2 beside it, as wrangler.jsonc binds them.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { Miniflare } from 'miniflare'
import type { MiniflareOptions } from 'miniflare'
import * as z from 'zod/mini'
import type { R2Binding } from '../../src/storage/r2-driver.ts'
import { settings } from './over-http.ts'

const Wrangler = z.object({
  main: z.string(),
  compatibility_date: z.string(),
  assets: z.object({ directory: z.string(), binding: z.string() }),
  d1_databases: z.array(z.object({ binding: z.string() })),
  r2_buckets: z.array(z.object({ binding: z.string() })),
  vars: z.record(z.string(), z.string()),
})

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url))

function readWrangler() {
  const withoutComments = readFileSync(path('wrangler.jsonc'), 'utf8').replaceAll(/^\s*\/\/.*$/gm, '')
  return Wrangler.parse(JSON.parse(withoutComments.replaceAll(/,(\s*[}\]])/g, '$1')))
}

/** Starts it. `vars` come on top of those of wrangler.jsonc; `lines` is what it logs. */
export async function startWorker(vars: Record<string, string> = settings) {
  const wrangler = readWrangler()
  const lines: string[] = []
  const options: MiniflareOptions = {
    host: '127.0.0.1',
    port: 0,
    modules: [{ type: 'ESModule', path: path(wrangler.main) }],
    modulesRoot: path('edge/dist'),
    compatibilityDate: wrangler.compatibility_date,
    assets: {
      directory: path(wrangler.assets.directory),
      binding: wrangler.assets.binding,
      routerConfig: { has_user_worker: true },
    },
    d1Databases: wrangler.d1_databases.map(({ binding }) => binding),
    r2Buckets: wrangler.r2_buckets.map(({ binding }) => binding),
    bindings: { ...wrangler.vars, ...vars },
    inspectorPort: 0,
    handleRuntimeStdio: (stdout: Readable, stderr: Readable) => {
      for (const stream of [stdout, stderr]) createInterface(stream).on('line', (line) => lines.push(line))
    },
  }
  const workerd = new Miniflare(options)
  const { origin } = await workerd.ready
  return {
    origin,
    lines,
    /** Runs what the cron trigger runs. */
    runSchedule: async () => {
      // Its types want a package of the platform's, which nothing else here needs.
      const handlers = (await workerd.getWorker()) as unknown as { scheduled(event: object): Promise<unknown> }
      await handlers.scheduled({ cron: '*/5 * * * *' })
    },
    /** The bucket that it reads, from here. */
    bucket: async () => (await workerd.getR2Bucket(wrangler.r2_buckets[0]?.binding ?? '')) as unknown as R2Binding,
    /** What a statement reads in its database. */
    query: async (sql: string): Promise<unknown[]> => {
      const database = await workerd.getD1Database(wrangler.d1_databases[0]?.binding ?? '')
      return (await database.prepare(sql).all()).results
    },
    /** Where V8's inspector answers for the Worker's isolate alone, without those that play D1 and R2. */
    inspector: async () => new URL('/core:user:', await workerd.getInspectorURL()),
    /** Begins anew over the same database and bucket, as the platform does when it likes: at another address. */
    restart: () => workerd.setOptions(options),
    stop: () => workerd.dispose(),
  }
}
