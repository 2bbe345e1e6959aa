import { gunzipSync } from 'node:zlib'
import { DOMParser } from 'linkedom'
import type { Permission, PoliteClient } from './polite-client.ts'
import { SourceError } from '../source.ts'

const mostBytes = 50_000_000
const mostSitemaps = 200
const mostPages = 50_000

/** The pages that a sitemap names, and those of the sitemaps that it names, in their order; each once. */
export async function readSitemap(client: PoliteClient, start: URL, permit: Permission): Promise<URL[]> {
  const pages = new Map<string, URL>()
  const waiting = [start]
  const seen = new Set<string>()
  for (let address = waiting.shift(); address && pages.size < mostPages; address = waiting.shift()) {
    if (seen.has(address.href) || seen.size >= mostSitemaps) continue
    seen.add(address.href)
    const map = await readOne(client, address, permit)
    waiting.push(...map.sitemaps)
    for (const page of map.pages) pages.set(page.href, page)
  }
  return [...pages.values()].slice(0, mostPages)
}

async function readOne(client: PoliteClient, address: URL, permit: Permission) {
  const { status, bytes, url } = await client.get(address, permit, { most: mostBytes })
  if (status !== 200) throw new SourceError(`${address.href} answered ${status}`)
  const map = parseSitemap(new TextDecoder().decode(unpack(bytes)), url)
  if (map.pages.length + map.sitemaps.length === 0)
    throw new SourceError(`${address.href} is not a sitemap, or an empty one`)
  return map
}

/** Sitemaps are often served gzipped as files. */
const unpack = (bytes: Uint8Array) =>
  bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: mostBytes }) : bytes

function parseSitemap(xml: string, base: URL): { pages: URL[]; sitemaps: URL[] } {
  const document = new DOMParser().parseFromString(xml, 'text/xml')
  const addresses = (parent: string) =>
    [...document.getElementsByTagName('loc')]
      .filter((loc) => loc.parentElement?.localName === parent)
      .map((loc) => (loc.textContent ?? '').trim())
      .filter((address) => URL.canParse(address, base.href))
      .map((address) => new URL(address, base))
  return { pages: addresses('url'), sitemaps: addresses('sitemap') }
}
