// For tests: a real documentation site on loopback, told page by page what to answer.
import { createServer } from 'node:http'
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'

export type Served = { status?: number; headers?: Record<string, string>; body?: string | Uint8Array }
export type Asked = { path: string; headers: IncomingHttpHeaders }

export type TestSite = {
  origin: string
  sitemap: string
  /** What was asked of it, in order. */
  asked: Asked[]
  paths: () => string[]
  close: () => void
  /** Pages by path; tests change them between imports. */
  pages: Map<string, Served | (() => Served | Promise<Served>)>
}

const html = { 'content-type': 'text/html; charset=utf-8' }

export const page = (
  title: string,
  content = `<p>${title} — пояснение.</p>`,
  headers: Record<string, string> = {},
  head = '',
): Served => ({
  headers: { ...html, ...headers },
  body: `<!doctype html><html lang="ru"><head>${head}</head><body><nav><a href="/">Меню</a></nav><main><h1>${title}</h1>${content}</main></body></html>`,
})

/** A site that names all of its pages in /sitemap.xml, and `alsoNamed` addresses besides. */
export async function testSite(pages: Record<string, Served>, alsoNamed: string[] = []): Promise<TestSite> {
  const asked: Asked[] = []
  const served: TestSite['pages'] = new Map(Object.entries(pages))
  const answer = async (path: string, known: string | undefined, response: ServerResponse) => {
    const found = served.get(path)
    const told = typeof found === 'function' ? await found() : found
    const { status = 200, headers = {}, body = '' } = told ?? (path === '/sitemap.xml' ? sitemap() : { status: 404 })
    const isKnown = known !== undefined && headers['etag'] === known
    response.writeHead(isKnown ? 304 : status, headers).end(isKnown ? undefined : body)
  }
  const server = createServer(({ url = '/', headers }, response) => {
    asked.push({ path: url, headers })
    void answer(url, headers['if-none-match'], response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  onTestFinished(close)
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const sitemap = (): Served => {
    const paths = [...served.keys()].filter((path) => path !== '/robots.txt' && !path.endsWith('.xml'))
    const locations = [...paths.map((path) => origin + path), ...alsoNamed].map((url) => `<url><loc>${url}</loc></url>`)
    return {
      body: `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${locations.join('')}</urlset>`,
    }
  }
  return {
    origin,
    sitemap: `${origin}/sitemap.xml`,
    asked,
    paths: () => asked.map(({ path }) => path),
    pages: served,
    close,
  }
}
