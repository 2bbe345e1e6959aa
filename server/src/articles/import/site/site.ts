import { createAddresses, toArticleId } from '../tree/addresses.ts'
import { toImportedArticle } from '../tree/document.ts'
import { reasonOf } from '../failure.ts'
import { readPage } from '../html/html.ts'
import { decodeText, encodingOf } from '../html/decode-text.ts'
import { createPoliteClient } from './polite-client.ts'
import type { Answer, ClientOptions, Permission, PoliteClient } from './polite-client.ts'
import { readRobots } from './robots.ts'
import { createSitePictures } from './site-pictures.ts'
import type { SitePictures } from './site-pictures.ts'
import { isSameSite } from './same-site.ts'
import { isSitemap, readSitemaps } from './sitemap.ts'
import { SourceError } from '../source.ts'
import type { Finding, ImportedPicture, KnownDocuments, Place, Source } from '../source.ts'
import type { Trouble } from '../tree/trouble.ts'

const mostBytes = 5_000_000

export type SiteOptions = ClientOptions & {
  known: KnownDocuments
  /** When this import began: what was read since then, before it was interrupted, is not read again. RFC 3339. */
  since: string
  /** Pictures stay where the site has them, and are not copied into the desk's storage. */
  linkPictures?: boolean | undefined
  /** Where it paused. */
  place?: Place | undefined
  /** What may be spent at once: then it pauses, after one page at least. */
  most?: { requests: number; ms: number } | undefined
}

/**
 * The pages of a site. The address given is asked first: it may be a sitemap, whatever it is called; if it is a page, the
 * sitemaps that robots.txt names tell the pages, or else /sitemap.xml.
 */
export async function* readSite(address: string, options: SiteOptions): Source {
  const start = new URL(address)
  const client = createPoliteClient(options)
  try {
    const robots = await readRobots(client, start)
    client.slowDown(robots.delay ?? 0)
    const permit: Permission = (url) =>
      isSameSite(url, start) ? (robots.isAllowed(url) ? undefined : 'robots.txt forbids it') : 'another site'
    const { pages, alternates, troubles } = await findPages(client, start, robots.sitemaps, permit)
    yield { kind: 'expected', total: pages.length + troubles.length }
    yield* troubles
    const ids = idsOf(pages)
    const ofPictures: Permission = (url) => (isSameSite(url, start) ? permit(url) : undefined)
    const pictures = options.linkPictures ? undefined : createSitePictures(client, ofPictures)
    yield* readPages(pages, { client, permit, ids, alternates, options, pictures })
  } finally {
    await client.close()
  }
}

async function findPages(client: PoliteClient, start: URL, sitemaps: readonly string[], permit: Permission) {
  const answer = await client.get(start, permit, { most: mostBytes * 10 })
  if (await isSitemap(answer)) return readSitemaps(client, [start], permit, answer)
  if (/\.xml(?:\.gz)?$/iu.test(start.pathname))
    throw new SourceError(`${start.href} ${answer.status === 200 ? 'is not a sitemap' : `answered ${answer.status}`}`)
  const named = sitemaps.filter((one) => URL.canParse(one, start.href)).map((one) => new URL(one, start))
  return readSitemaps(client, named.length > 0 ? named : [new URL('/sitemap.xml', start)], permit).catch(
    (error: unknown) => {
      throw new SourceError(`${start.href} is no sitemap, and ${reasonOf(error)}`, { cause: error })
    },
  )
}

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

type Context = {
  client: PoliteClient
  permit: Permission
  ids: ReadonlyMap<string, string>
  /** By a page's address, where its sitemap says that it stands in other languages. */
  alternates: ReadonlyMap<string, readonly URL[]>
  options: SiteOptions
  pictures: SitePictures | undefined
}

async function* readPages(pages: readonly URL[], context: Context): Source {
  const { client, options } = context
  const { after, dropped = [] } = options.place ?? {}
  const pausedAt = pages.findIndex(({ href }) => href === after)
  const isDropped = new Set(dropped)
  const began = performance.now()
  const isSpent = ({ requests, ms }: NonNullable<SiteOptions['most']>) =>
    client.sent() >= requests || performance.now() - began >= ms
  for (const [at, page] of pages.entries()) {
    yield at <= pausedAt ? readBefore(page, context, isDropped) : await readOne(page, context)
    const left = pages.length - at - 1
    if (at > pausedAt && left > 0 && options.most && isSpent(options.most)) {
      yield { kind: 'paused', after: page.href, left }
      return
    }
  }
}

/** What is known of a page without asking. */
function readKnown(page: URL, { permit, ids, options }: Context): Finding | { id: string } {
  const where = page.href
  const refusal = permit(page)
  if (refusal !== undefined) return { kind: 'skipped', where, reason: refusal }
  const id = ids.get(bare(page))
  if (id === undefined) return { kind: 'skipped', where, reason: 'its address is too long, or the same as another' }
  const known = options.known.get(id)
  return known && known.checkedAt > options.since ? { kind: 'unchanged', where, id } : { id }
}

/** A page that this import came to before it paused. */
function readBefore(page: URL, context: Context, isDropped: ReadonlySet<string>): Finding {
  const found = readKnown(page, context)
  if ('kind' in found) return found
  const { id } = found
  const reason = 'as it was before the pause'
  return isDropped.has(id)
    ? { kind: 'skipped', where: page.href, id, reason }
    : { kind: 'failed', where: page.href, id, reason }
}

async function readOne(page: URL, context: Context): Promise<Finding> {
  const found = readKnown(page, context)
  if ('kind' in found) return found
  const { client, permit, ids, alternates, options, pictures } = context
  const { id } = found
  const where = page.href
  const known = options.known.get(id)
  try {
    const answer = await client.get(page, permit, { most: mostBytes, extra: conditions(known?.origin.validators) })
    const told = { alternates: alternates.get(where) ?? [], validators: known?.origin.validators }
    return await toFinding(answer, { where, id, ids, pictures, ...told })
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

type Asked = {
  where: string
  id: string
  ids: ReadonlyMap<string, string>
  alternates: readonly URL[]
  validators: Validators | undefined
  pictures: SitePictures | undefined
}

async function toFinding(answer: Answer, asked: Asked): Promise<Finding> {
  const { where, id, ids, validators = {} } = asked
  const { status, url } = answer
  if (status === 304) return { kind: 'unchanged', where, id, validators }
  if (status === 404 || status === 410) return { kind: 'gone', where, id, reason: `answered ${status}` }
  if (status !== 200) throw new SourceError(`answered ${status}`)
  const type = answer.headers.get('content-type') ?? ''
  if (!/^(?:text\/html|application\/xhtml\+xml)\b/iu.test(type))
    throw new SourceError(`not a page: ${type || 'no content type'}`)
  const reason = leftOut(answer, where, ids)
  if (reason !== undefined) return { kind: 'skipped', where, id, reason }
  const page = readPage(decodeText(answer.bytes, encodingOf(type)))
  const copied = page.leftOut ?? originalOf(page.canonical, { url, where, ids })
  if (copied !== undefined) return { kind: 'skipped', where, id, reason: copied }
  const troubles: Trouble[] = []
  const onTrouble = (trouble: Trouble) => void troubles.push(trouble)
  const outer = createAddresses(url.href, (target) => ids.get(bare(target)))
  const kept = (await asked.pictures?.(page.hast, outer, onTrouble)) ?? new Map<string, ImportedPicture>()
  const image = (src: string) => {
    const address = outer.image(src)
    return kept.get(address ?? '')?.src ?? address
  }
  const document = { id, url: url.href, ...page, addresses: { ...outer, image } }
  let names: ReadonlyMap<string, string> = new Map()
  const article = toImportedArticle(document, onTrouble, (found) => (names = found))
  return {
    kind: 'article',
    where,
    article,
    names,
    validators: validatorsOf(answer),
    troubles,
    pictures: [...kept.values()],
    translations: translationsIn(page.alternates ?? [], url, asked),
  }
}

/** The pages of the same import that the page and its sitemap say to be the same in other languages. */
function translationsIn(hrefs: readonly string[], url: URL, { id, ids, alternates }: Asked): string[] {
  const named = hrefs.filter((href) => URL.canParse(href, url.href)).map((href) => new URL(href, url))
  const found = [...alternates, ...named].flatMap((address) => ids.get(bare(address)) ?? [])
  return [...new Set(found)].filter((other) => other !== id).toSorted()
}

/** What the answer's headers and address say: the page is not for everybody, or it is another of the same import. */
function leftOut({ headers, url }: Answer, where: string, ids: ReadonlyMap<string, string>): string | undefined {
  if (/\b(?:noindex|none)\b/iu.test(headers.get('x-robots-tag') ?? '')) return 'not for search engines (X-Robots-Tag)'
  return bare(url) !== bare(new URL(where)) && ids.has(bare(url)) ? `leads to ${url.href}` : undefined
}

/** The page of the same import that this one says it is a copy of. */
function originalOf(
  canonical: string | undefined,
  { url, where, ids }: { url: URL; where: string; ids: ReadonlyMap<string, string> },
) {
  if (canonical === undefined || !URL.canParse(canonical, url.href)) return undefined
  const original = new URL(canonical, url)
  const isOther = bare(original) !== bare(url) && bare(original) !== bare(new URL(where))
  return isOther && ids.has(bare(original)) ? `a copy of ${original.href}` : undefined
}
