// Which article a link in a folder leads to: the ways in which generators let authors write it, the plainest first.
import { decode, nowhere, toArticleId } from '../tree/addresses.ts'
import { pages } from './list-files.ts'
import { foldersAbove } from './read-text.ts'

/** A page of the folder as far as links are concerned. `permalink` and `name` are what its front matter says. */
export type PageFacts = { path: string; permalink?: string | undefined; name?: string | undefined }

export type FolderPaths = ReturnType<typeof createPaths>

const withSlash = (address: string) => (address.endsWith('/') ? address : `${address}/`)
const encodePath = (path: string) => path.split('/').map(encodeURIComponent).join('/')
const bare = (path: string) => decode(path).replaceAll(/^\/+|\/+$/gu, '')
const index = /(?:^|\/)(?:_?index|readme)$/iu

/** `publishedAt` is where the folder is published, with the path that its pages are below. */
export function createPaths(facts: readonly PageFacts[], publishedAt: string | undefined) {
  const base = publishedAt === undefined ? nowhere : withSlash(publishedAt)
  const root = new URL(base)
  const ids = new Map<string, string>()
  const owners = new Map<string, string>()
  const byPermalink = new Map<string, string>()
  const byFile = new Map<string, string | undefined>()
  for (const { path, permalink, name } of facts) {
    const id = toArticleId(path)
    if (id === undefined || owners.has(id)) continue
    owners.set(id, path)
    ids.set(id.toLowerCase(), id)
    // The folder of a collection of Jekyll is published without its sign.
    if (/^_(?!index$)/u.test(id) && !ids.has(id.slice(1).toLowerCase())) ids.set(id.slice(1).toLowerCase(), id)
    if (index.test(id)) ids.set(id.replace(index, '').toLowerCase(), id)
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
    if (permalink) byPermalink.set(bare(permalink.startsWith('/') ? permalink : folder + permalink).toLowerCase(), id)
    if (name) byPermalink.set(bare(folder + name).toLowerCase(), id)
    const file = (path.split('/').at(-1) ?? '').toLowerCase()
    byFile.set(file, byFile.has(file) ? undefined : id)
  }

  /** The article at a path from the folder's root, or below the last parts of it. */
  function articleAt(path: string): string | undefined {
    const parts = bare(path).toLowerCase().split('/')
    for (let from = 0; from < Math.min(parts.length, 4); from++) {
      const rest = parts.slice(from).join('/')
      const found = byPermalink.get(rest) ?? ids.get(rest) ?? ids.get(rest.replace(pages, ''))
      if (found !== undefined && (from === 0 || rest.includes('/') || parts.length === 2)) return found
    }
    return undefined
  }

  /** A language's folder is the root of its pages. */
  const belowRootOf = (path: string, target: string) =>
    foldersAbove(path)
      .map((folder) => articleAt(`${folder}/${bare(target)}`))
      .find((found) => found !== undefined)

  return {
    base,
    /** The file that makes the article; another one that would make it too is told apart by this. */
    ownerOf: (id: string) => owners.get(id),
    /** What links in a page are relative to. */
    baseOf: (path: string) => new URL(encodePath(path), base).href,
    /** Where a page is published; its path, where the folder is published nowhere. */
    urlOf: (path: string, id: string) => (base === nowhere ? path : new URL(encodePath(id), base).href),
    /** The article that an address leads to from the page at `path`; undefined for none of this folder. */
    articleFrom(path: string) {
      const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
      const below = new URL(`${encodePath(path.replace(pages, ''))}/`, base).href
      return (address: URL, href: string): string | undefined => {
        if (address.origin !== root.origin) return undefined
        const isWithin = address.pathname.startsWith(root.pathname)
        const target = isWithin ? address.pathname.slice(root.pathname.length) : address.pathname
        const exact = ids.get(bare(target).toLowerCase().replace(pages, '')) ?? ids.get(bare(target).toLowerCase())
        if (exact !== undefined) return exact
        if (/^(?:https?:)?\/\//iu.test(href)) return isWithin ? articleAt(target) : undefined
        const asPage = URL.canParse(href, below) ? new URL(href, below).pathname.slice(root.pathname.length) : ''
        const fromRoot = /^(?:\.{0,2}\/)*([^#?]*)/u.exec(href)?.[1] ?? ''
        const file = (bare(target).split('/').at(-1) ?? '').toLowerCase()
        return (
          articleAt(target) ??
          (href.startsWith('/') ? undefined : articleAt(asPage)) ??
          (fromRoot === '' ? undefined : articleAt(folder ? `${folder}/${fromRoot}` : fromRoot)) ??
          (fromRoot.includes('/') ? articleAt(fromRoot) : undefined) ??
          (pages.test(file) && !index.test(file.replace(pages, '')) ? byFile.get(file) : undefined) ??
          (href.startsWith('/') ? belowRootOf(path, target) : undefined)
        )
      }
    },
  }
}
