// The pages of the contestants, on an origin of their own: brotli, no cache.
import { brotliCompressSync } from 'node:zlib'
import { serve } from '../support/sites.ts'

/** Serves files by their paths. */
export function openHost(files: ReadonlyMap<string, string>) {
  const packed = new Map([...files].map(([path, text]) => [path, brotliCompressSync(text)]))
  return serve(({ url = '/' }, response) => {
    const body = packed.get(url)
    const type = url.endsWith('.js') ? 'text/javascript' : 'text/html'
    response.writeHead(body ? 200 : 404, {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Encoding': 'br',
      'Cache-Control': 'no-store',
    })
    response.end(body ?? brotliCompressSync(''))
  })
}
