// The built widget, served from memory: a dozen small files, compressed once.
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { Hono } from 'hono'
import { etag } from 'hono/etag'

type File = { bytes: Uint8Array<ArrayBuffer>; brotli: Uint8Array<ArrayBuffer>; type: string; cacheControl: string }

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Chunks are named by their content and never change; the loader keeps its name and is asked about every five minutes. */
const cacheFor = (path: string) =>
  path.includes('/') ? 'public, max-age=31536000, immutable' : 'public, max-age=300, stale-while-revalidate=86400'

const compress = promisify(brotliCompress)

async function readFiles(folder: string): Promise<Map<string, File>> {
  const names = await readdir(folder, { recursive: true })
  const files = await Promise.all(
    names.flatMap(async (name) => {
      const type = types[extname(name)]
      if (!type) return []
      const path = name.replaceAll(sep, '/')
      const bytes = new Uint8Array(await readFile(join(folder, name)))
      const brotli = new Uint8Array(await compress(bytes))
      return [[path, { bytes, brotli, type, cacheControl: cacheFor(path) }] as const]
    }),
  )
  return new Map(files.flat())
}

/** Routes for the files of `folder`. Any page may load them: CORS and CORP are open, which script tags on other origins need. */
export async function widgetFiles(folder: string) {
  const files = await readFiles(folder)
  const app = new Hono()
  app.use(etag())
  for (const [path, file] of files)
    app.get(`/${path}`, (c) => {
      const isBrotli = /\bbr\b/.test(c.req.header('accept-encoding') ?? '')
      return c.body(isBrotli ? file.brotli : file.bytes, 200, {
        'Content-Type': file.type,
        'Cache-Control': file.cacheControl,
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'X-Content-Type-Options': 'nosniff',
        Vary: 'Accept-Encoding',
        ...(isBrotli && { 'Content-Encoding': 'br' }),
      })
    })
  return app
}
