import { DOMParser } from 'linkedom'
import { reasonOf } from '../failure.ts'
import { decodeText, encodingOf } from '../html/decode-text.ts'
import { isLanguage } from '../html/html.ts'
import { unpack } from '../../../util/unpack.ts'
import type { Answer, Permission, PoliteClient } from './polite-client.ts'
import { SourceError } from '../source.ts'
import type { Finding } from '../source.ts'

const mostBytes = 50_000_000
const mostSitemaps = 200
const mostPages = 50_000

/**
 * `alternates` are the addresses of a page, by its own, in other languages; `troubles` are sitemaps that others name and
 * that could not be read, or were empty.
 */
export type Pages = { pages: URL[]; alternates: Map<string, URL[]>; troubles: Finding[] }

/**
 * The pages that sitemaps name, and those of the sitemaps that they name, in their order; each once. `opened` is what the
 * first address answered. A sitemap that cannot be read is told, and the rest goes on; rejects where none could.
 */
export async function readSitemaps(
  client: PoliteClient,
  starts: readonly URL[],
  permit: Permission,
  opened?: Answer,
): Promise<Pages> {
  const pages = new Map<string, URL>()
  const alternates = new Map<string, URL[]>()
  const troubles: Finding[] = []
  const waiting = [...starts]
  const seen = new Set<string>()
  for (let address = waiting.shift(); address && pages.size < mostPages; address = waiting.shift()) {
    if (seen.has(address.href) || seen.size >= mostSitemaps) continue
    seen.add(address.href)
    const where = address.href
    try {
      const answer = seen.size === 1 && opened ? opened : await client.get(address, permit, { most: mostBytes })
      const map = await read(answer)
      waiting.push(...map.sitemaps)
      for (const page of map.pages) pages.set(page.href, page)
      for (const [page, others] of map.alternates) alternates.set(page, others)
      if (map.pages.length + map.sitemaps.length === 0)
        troubles.push({ kind: 'skipped', where, reason: 'an empty sitemap' })
    } catch (error) {
      troubles.push({ kind: 'failed', where, reason: reasonOf(error) })
    }
  }
  const [first] = troubles
  if (pages.size === 0 && first && 'reason' in first) throw new SourceError(`${first.where}: ${first.reason}`)
  return { pages: [...pages.values()].slice(0, mostPages), alternates, troubles }
}

/** Whether an answer is a sitemap by its look, whatever its address: some shops serve theirs at `/index.php?…`. */
export const isSitemap = async (answer: Answer): Promise<boolean> =>
  answer.status === 200 && kindOf(await textOf(answer)) !== undefined

type Sitemap = { pages: URL[]; sitemaps: URL[]; alternates: Map<string, URL[]> }

async function read(answer: Answer): Promise<Sitemap> {
  const { status, url } = answer
  if (status !== 200) throw new SourceError(`answered ${status}`)
  const text = await textOf(answer)
  const kind = kindOf(text)
  if (kind === undefined) throw new SourceError('is not a sitemap')
  return kind === 'text' ? { pages: lines(text), sitemaps: [], alternates: new Map() } : parse(text, url)
}

function kindOf(text: string): 'xml' | 'text' | undefined {
  if (/<(?:[\w-]+:)?(?:urlset|sitemapindex)[\s>]/u.test(text.slice(0, 4_000))) return 'xml'
  const [first = ''] = text.trimStart().split('\n')
  return /^https?:\/\/\S+\s*$/u.test(first) ? 'text' : undefined
}

const textOf = async ({ bytes, headers }: Answer) =>
  decodeText(await plain(bytes), encodingOf(headers.get('content-type') ?? ''))

/** Sitemaps are often served gzipped as files. */
async function plain(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const piece of unpack([bytes], 'gzip')) {
    size += piece.length
    if (size > mostBytes) throw new SourceError(`unpacks to more than ${mostBytes / 1_000_000} MB`)
    pieces.push(new Uint8Array(piece))
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer())
}

/** An address a line (sitemaps.org, text files). */
const lines = (text: string) =>
  text
    .split(/\s+/u)
    .filter((address) => URL.canParse(address))
    .map((address) => new URL(address))

/** By local names: prefixes are the author's own. */
function parse(xml: string, base: URL): Sitemap {
  const document = new DOMParser().parseFromString(xml, 'text/xml')
  const pages: URL[] = []
  const sitemaps: URL[] = []
  const alternates = new Map<string, URL[]>()
  for (const loc of namedIn(document, 'loc')) {
    const entry = loc.parentElement
    const [address] = addressesOf([loc.textContent], base)
    if (entry === null || address === undefined) continue
    if (localName(entry) === 'sitemap') sitemaps.push(address)
    if (localName(entry) !== 'url') continue
    pages.push(address)
    const links = namedIn(entry, 'link').filter((link) => isLanguage(link.getAttribute('hreflang')))
    const others = links.map((link) => link.getAttribute('href'))
    if (others.length > 0) alternates.set(address.href, addressesOf(others, base))
  }
  return { pages, sitemaps, alternates }
}

/** As much of an element as is read here: the server is compiled without the browser's types. */
type XmlElement = XmlPlace & {
  tagName: string
  textContent: string | null
  parentElement: XmlElement | null
  getAttribute(name: string): string | null
}
type XmlPlace = { querySelectorAll(selector: string): Iterable<XmlElement> }

const namedIn = (place: XmlPlace, name: string): XmlElement[] =>
  [...place.querySelectorAll('*')].filter((element) => localName(element) === name)

const addressesOf = (written: readonly (string | null)[], base: URL): URL[] =>
  written
    .map((address) => (address ?? '').trim())
    .filter((address) => address !== '' && URL.canParse(address, base.href))
    .map((address) => new URL(address, base))

const localName = ({ tagName }: { tagName: string }) => (tagName.split(':').at(-1) ?? '').toLowerCase()
