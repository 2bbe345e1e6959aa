// The inbox at `/staff`: a page and its files, wherever they lie. A client of the staff API like any other.
import { Hono } from 'hono'
import { foreverCached, revalidated } from '../widget-headers.ts'

/** A file of the built inbox by its path; null where there is none. `request` tells which encodings are taken. */
export type FindFile = (path: string, request: Request) => Promise<Response | null>

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  // Owners' pictures are fetched with the agent's token and shown from memory.
  "img-src 'self' blob:",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

async function answer(find: FindFile, path: string, request: Request, cacheControl: string): Promise<Response> {
  const file = await find(path, request)
  if (!file) return new Response(null, { status: 404, headers })
  const served = new Response(file.body, file)
  for (const [name, value] of Object.entries({ ...headers, 'Cache-Control': cacheControl }))
    served.headers.set(name, value)
  return served
}

/** The page is asked about each time; its files are named by their content. */
export const inboxRoutes = (find: FindFile) =>
  new Hono()
    .get('/staff', (c) => answer(find, 'index.html', c.req.raw, revalidated))
    .get('/staff/', (c) => c.redirect('../staff'))
    .get('/staff/assets/:file', (c) => answer(find, `assets/${c.req.param('file')}`, c.req.raw, foreverCached))
