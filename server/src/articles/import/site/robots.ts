import robotsParser from 'robots-parser'
import type { PoliteClient } from './polite-client.ts'
import { userAgent } from './polite-client.ts'
import { SourceError } from '../source.ts'

const mostBytes = 512_000

export type Robots = { isAllowed: (url: URL) => boolean; delay: number | undefined; sitemaps: string[] }

/**
 * What the site lets robots read (RFC 9309). No file: everything; a file that the server fails to give: nothing, so
 * this rejects. `delay` is in seconds.
 */
export async function readRobots(client: PoliteClient, site: URL): Promise<Robots> {
  const address = new URL('/robots.txt', site)
  const { status, bytes } = await client.get(address, () => undefined, { most: mostBytes })
  if (status >= 500) throw new SourceError(`${address.href} answered ${status}: try again later`)
  const rules = robotsParser(address.href, status === 200 ? new TextDecoder().decode(bytes) : '')
  return {
    // The parser knows nothing of other hosts, not even of the same one with www.
    isAllowed: ({ pathname, search }) =>
      rules.isAllowed(Object.assign(new URL(address), { pathname, search }).href, userAgent) !== false,
    delay: rules.getCrawlDelay(userAgent),
    sitemaps: rules.getSitemaps(),
  }
}
