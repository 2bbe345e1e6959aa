import { createServer } from 'node:http'
import { digest } from '../../src/util/digest.ts'
import { topics } from '../../src/articles/import/test-trees/topics.ts'

const menu = Array.from({ length: 60 }, (_, at) => `<li><a href="/page-${at}.html">Глава ${at}</a></li>`).join('')

/** A site of pages as generators frame them, on loopback, which says by ETag that nothing changed. */
export async function serveSite(count: number) {
  const pages = new Map<string, { body: string; etag: string }>()
  for (let at = 0; at < count; at++) {
    const body = pageOf(at)
    pages.set(`/page-${at}.html`, { body, etag: `"${await digest(body)}"` })
  }
  const server = createServer(({ url = '', headers }, response) => {
    const page = pages.get(url)
    if (url === '/sitemap.xml') response.end(sitemap([...pages.keys()], `http://${headers.host}`))
    else if (!page) response.writeHead(404).end()
    else if (headers['if-none-match'] === page.etag) response.writeHead(304).end()
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', etag: page.etag }).end(page.body)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { sitemap: `http://127.0.0.1:${port}/sitemap.xml`, close: () => server.close() }
}

const sitemap = (paths: readonly string[], origin: string) =>
  `<urlset>${paths.map((path) => `<url><loc>${origin}${path}</loc></url>`).join('')}</urlset>`

function pageOf(at: number): string {
  const [title = ''] = topics[at % topics.length] ?? []
  const parts = Array.from({ length: 12 }, (_, part) => {
    const [heading = '', sentence = ''] = topics[(at * 5 + part) % topics.length] ?? []
    return `<h2 id="part-${part}">${heading}</h2><p>${sentence} Номер ${at}-${part}.</p><table><tr><th>Поле<th>Зачем</tr><tr><td>Артикул<td>${sentence}</tr></table><div class="admonition note"><p>${sentence}</p></div><ul><li>раз<li>два ${part}</ul>`
  })
  return `<!doctype html><html lang="ru"><head><title>${title} ${at}</title></head><body><nav><ul>${menu}</ul></nav><main><h1>${title} ${at}</h1>${parts.join('')}</main><footer>© Справка</footer></body></html>`
}
