import { DOMParser } from 'linkedom'
import { reasonOf } from '../failure.ts'
import { decodeText, encodingOf } from '../html/decode-text.ts'
import { unpack } from '../../../util/unpack.ts'
import type { Answer, Permission, PoliteClient } from './polite-client.ts'
import { SourceError } from '../source.ts'
import type { Finding } from '../source.ts'

const mostBytes = 50_000_000
const mostSitemaps = 200
const mostPages = 50_000

/** `troubles` are sitemaps that others name and that could not be read, or were empty. */
export type Pages = { pages: URL[]; troubles: Finding[] }

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
      if (map.pages.length + map.sitemaps.length === 0)
        troubles.push({ kind: 'skipped', where, reason: 'an empty sitemap' })
    } catch (error) {
      troubles.push({ kind: 'failed', where, reason: reasonOf(error) })
    }
  }
  const [first] = troubles
  if (pages.size === 0 && first && 'reason' in first) throw new SourceError(`${first.where}: ${first.reason}`)
  return { pages: [...pages.values()].slice(0, mostPages), troubles }
}

/** Whether an answer is a sitemap by its look, whatever its address: some shops serve theirs at `/index.php?…`. */
export const isSitemap = async (answer: Answer): Promise<boolean> =>
  answer.status === 200 && kindOf(await textOf(answer)) !== undefined

async function read(answer: Answer): Promise<{ pages: URL[]; sitemaps: URL[] }> {
  const { status, url } = answer
  if (status !== 200) throw new SourceError(`answered ${status}`)
  const text = await textOf(answer)
  const kind = kindOf(text)
  if (kind === undefined) throw new SourceError('is not a sitemap')
  return kind === 'text' ? { pages: lines(text), sitemaps: [] } : parse(text, url)
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
function parse(xml: string, base: URL): { pages: URL[]; sitemaps: URL[] } {
  const document = new DOMParser().parseFromString(xml, 'text/xml')
  const all = [...document.querySelectorAll('*')].filter((element) => localName(element) === 'loc')
  const addresses = (parent: string) =>
    all
      .filter(({ parentElement }) => parentElement !== null && localName(parentElement) === parent)
      .map((loc) => (loc.textContent ?? '').trim())
      .filter((address) => URL.canParse(address, base.href))
      .map((address) => new URL(address, base))
  return { pages: addresses('url'), sitemaps: addresses('sitemap') }
}

const localName = ({ tagName }: { tagName: string }) => (tagName.split(':').at(-1) ?? '').toLowerCase()
