// The built widget, served from memory: some small files, compressed once. Files of other builds come after these.
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { foreverCached, openToAll, revalidated } from '../widget-headers.ts'
import { isImmutable } from '../builds/build-store.ts'
import type { BuildFile } from '../builds/build-store.ts'

/** A file as it is served: as it is, and compressed when it is first asked for: a start does not wait for that. */
export type File = {
  bytes: Uint8Array<ArrayBuffer>
  brotli: () => Promise<Uint8Array<ArrayBuffer>>
  type: string
  cacheControl: string
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}

const cacheFor = (path: string) => (isImmutable(path) ? foreverCached : revalidated)

const compress = promisify(brotliCompress)

/** Gives the bytes compressed, once for all who ask. */
function compressed(bytes: Uint8Array) {
  let made: Promise<Uint8Array<ArrayBuffer>> | undefined
  return () => (made ??= compress(bytes).then((brotli) => new Uint8Array(brotli)))
}

/** The files of a folder that pages may ask for, by their paths. */
export async function readFiles(folder: string): Promise<Map<string, File>> {
  const names = await readdir(folder, { recursive: true })
  const files = await Promise.all(
    names.flatMap(async (name) => {
      const type = types[extname(name)]
      if (!type) return []
      const path = name.replaceAll(sep, '/')
      const bytes = new Uint8Array(await readFile(join(folder, name)))
      return [[path, { bytes, brotli: compressed(bytes), type, cacheControl: cacheFor(path) }] as const]
    }),
  )
  return new Map(files.flat())
}

/** Routes for the files of `folder`, for any page to load; and the files, for the store of builds. */
export async function openWidget(folder: string) {
  const files = await readFiles(folder)
  const app = new Hono()
  // On each file, not on all paths: this app stands beside the desk's, whose streams a digest would wait for.
  for (const [path, file] of files)
    app.get(`/${path}`, etag(), async (c) => {
      const isBrotli = /\bbr\b/.test(c.req.header('accept-encoding') ?? '')
      return c.body(isBrotli ? await file.brotli() : file.bytes, 200, {
        'Content-Type': file.type,
        'Cache-Control': file.cacheControl,
        ...openToAll,
        Vary: 'Accept-Encoding',
        ...(isBrotli && { 'Content-Encoding': 'br' }),
      })
    })
  const build = Array.from(files, ([path, { bytes }]): BuildFile => ({ path, bytes: () => Promise.resolve(bytes) }))
  return { app, build }
}
