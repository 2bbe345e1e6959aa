// The built inbox as Workers Assets hold it. The page lies there as plain text: it is served by the Worker alone, with its
// policy, and not at all where it is switched off.
import type { AssetsBinding } from '../builds/asset-files.ts'
import type { FindFile } from '../inbox/inbox-routes.ts'

/** The binding takes addresses of any host. */
const at = (path: string) => `https://assets.invalid/inbox/${path}`

export const inboxAssets =
  (assets: AssetsBinding): FindFile =>
  async (path) => {
    const isPage = path === 'index.html'
    const response = await assets.fetch(at(isPage ? 'page.txt' : path))
    if (!response.ok) return null
    const file = new Response(response.body, response)
    if (isPage) file.headers.set('Content-Type', 'text/html; charset=utf-8')
    file.headers.delete('Access-Control-Allow-Origin')
    return file
  }
