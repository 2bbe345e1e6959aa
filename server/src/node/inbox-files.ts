// The built inbox, served from memory as the widget is.
import type { FindFile } from '../inbox/inbox-routes.ts'
import { readFiles } from './widget-files.ts'

/** The files of `folder`; rejects where it was not built. */
export async function inboxFiles(folder: string): Promise<FindFile> {
  const files = await readFiles(folder)
  return async (path, request) => {
    const file = files.get(path)
    if (!file) return null
    const isBrotli = /\bbr\b/.test(request.headers.get('accept-encoding') ?? '')
    const headers = { 'Content-Type': file.type, Vary: 'Accept-Encoding' }
    return new Response(isBrotli ? await file.brotli() : file.bytes, {
      headers: isBrotli ? { ...headers, 'Content-Encoding': 'br' } : headers,
    })
  }
}
