import { createAddresses, toArticleId } from '../tree/addresses.ts'
import { toImportedArticle } from '../tree/document.ts'
import { reasonOf } from '../failure.ts'
import { readPage } from '../html/html.ts'
import { decodeText, encodingOf } from '../html/decode-text.ts'
import { createPoliteClient } from './polite-client.ts'
import type { Answer, ClientOptions, Permission, PoliteClient } from './polite-client.ts'
import { readRobots } from './robots.ts'
import { readSitemap } from './sitemap.ts'
import { SourceError } from '../source.ts'
import type { Finding, KnownDocuments, Source } from '../source.ts'

const mostBytes = 5_000_000

export type SiteOptions = ClientOptions & {
  known: KnownDocuments
  /** When this import began: what was read since then, before it was interrupted, is not read again. RFC 3339. */
  since: string
}

/** The pages of a site by its sitemap (or by its address alone: then its robots.txt, or /sitemap.xml, tells where that is). */
export async function* readSite(address: string, options: SiteOptions): Source {
  const start = new URL(address)
  const client = createPoliteClient(options)
  try {
    const robots = await readRobots(client, start)
    client.slowDown(robots.delay ?? 0)
    const permit: Permission = (url) =>
      isSameSite(url, start) ? (robots.isAllowed(url) ? undefined : 'robots.txt forbids it') : 'another site'
    const sitemap = /\.xml(?:\.gz)?$/iu.test(start.pathname)
      ? start
      : new URL(robots.sitemaps[0] ?? '/sitemap.xml', start)
    const pages = await readSitemap(client, sitemap, permit)
    yield { kind: 'expected', total: pages.length }
    const ids = idsOf(pages)
    for (const page of pages) yield await readOne(page, { client, permit, ids, options })
  } finally {
    await client.close()
  }
}

/** The same host and port; https in place of http counts as the same. */
const isSameSite = (url: URL, site: URL) =>
  url.origin === site.origin || (url.protocol === 'https:' && url.hostname === site.hostname && url.port === site.port)

/** Ids by address, the address without what makes no difference. */
function idsOf(pages: readonly URL[]): Map<string, string> {
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  for (const page of pages) {
    const id = toArticleId(page.pathname === '/' ? 'index' : page.pathname + decodeURI(page.search))
    if (id === undefined || taken.has(id)) continue
    taken.add(id)
    ids.set(bare(page), id)
  }
  return ids
}

const bare = ({ host, pathname, search }: URL) => host + pathname.replace(/\/$/u, '') + search

type Context = { client: PoliteClient; permit: Permission; ids: ReadonlyMap<string, string>; options: SiteOptions }

async function readOne(page: URL, { client, permit, ids, options }: Context): Promise<Finding> {
  const where = page.href
  const refusal = permit(page)
  if (refusal !== undefined) return { kind: 'skipped', where, reason: refusal }
  const id = ids.get(bare(page))
  if (id === undefined) return { kind: 'skipped', where, reason: 'its address is too long, or the same as another' }
  const known = options.known.get(id)
  if (known && known.checkedAt > options.since) return { kind: 'unchanged', where, id }
  try {
    const answer = await client.get(page, permit, { most: mostBytes, extra: conditions(known?.origin.validators) })
    return toFinding(answer, { where, id, ids, validators: known?.origin.validators })
  } catch (error) {
    options.signal?.throwIfAborted()
    return { kind: 'failed', where, id, reason: reasonOf(error) }
  }
}

type Validators = { etag?: string; lastModified?: string }

function conditions(validators: Validators | undefined): Record<string, string> {
  if (validators?.etag !== undefined) return { 'if-none-match': validators.etag }
  return validators?.lastModified === undefined ? {} : { 'if-modified-since': validators.lastModified }
}

function validatorsOf({ headers }: Answer): Validators {
  const [etag, lastModified] = [headers.get('etag'), headers.get('last-modified')]
  return { ...(etag !== null && { etag }), ...(lastModified !== null && { lastModified }) }
}

type Asked = { where: string; id: string; ids: ReadonlyMap<string, string>; validators: Validators | undefined }

function toFinding(answer: Answer, { where, id, ids, validators = {} }: Asked): Finding {
  const { status, url } = answer
  if (status === 304) return { kind: 'unchanged', where, id, validators }
  if (status === 404 || status === 410) return { kind: 'gone', where, reason: `answered ${status}` }
  if (status !== 200) throw new SourceError(`answered ${status}`)
  const type = answer.headers.get('content-type') ?? ''
  if (!/^(?:text\/html|application\/xhtml\+xml)\b/iu.test(type))
    throw new SourceError(`not a page: ${type || 'no content type'}`)
  const page = readPage(decodeText(answer.bytes, encodingOf(type)))
  const addresses = createAddresses(url.href, (target) => ids.get(bare(target)))
  return {
    kind: 'article',
    where,
    article: toImportedArticle({ id, url: url.href, addresses, ...page }),
    validators: validatorsOf(answer),
  }
}
