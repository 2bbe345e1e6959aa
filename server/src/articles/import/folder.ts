import type { Dirent } from 'node:fs'
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { createAddresses, decode, nowhere, toArticleId } from './addresses.ts'
import type { Addresses } from './addresses.ts'
import { toImportedArticle } from './document.ts'
import { reasonOf } from './failure.ts'
import { readPage } from './html.ts'
import { readMarkdown } from './markdown.ts'
import { SourceError } from './source.ts'
import type { Finding, Source } from './source.ts'

const pages = /\.(?:md|markdown|html?)$/iu
const markdown = /\.(?:md|markdown)$/iu
/** Folders whose files are parts of others, or no documentation. */
const notRead = /^(?:includes?|_.*|\..*|node_modules)$/iu
const mostBytes = 2_000_000

export type FolderOptions = {
  /** Where the folder is published: images and links to what is not imported lead there. */
  publishedAt?: string | undefined
}

/** Markdown and HTML files of a folder and the folders in it, by name. Links between them become links between articles. */
export async function* readFolder(folder: string, { publishedAt }: FolderOptions = {}): Source {
  const paths = await listPages(folder)
  if (paths.length === 0) throw new SourceError(`${folder}: no Markdown or HTML file in it`)
  yield { kind: 'expected', total: paths.length }
  const ids = new Map<string, string>()
  for (const path of paths) {
    const id = toArticleId(path)
    if (id !== undefined && !ids.has(id)) ids.set(id, path)
  }
  const base = publishedAt === undefined ? nowhere : withSlash(publishedAt)
  const inFolder = (path: string) => createAddresses(new URL(encodePath(path), base).href, articleIn(ids, base))
  for (const path of paths) {
    yield await readOne(folder, path, ids, { addresses: inFolder(path), base })
  }
}

const withSlash = (address: string) => (address.endsWith('/') ? address : `${address}/`)

const encodePath = (path: string) => path.split('/').map(encodeURIComponent).join('/')

async function listPages(root: string, folder = ''): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true })
  const found: string[] = []
  for (const entry of entries.toSorted(byName)) {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (notRead.test(entry.name)) continue
    if (entry.isDirectory()) found.push(...(await listPages(root, path)))
    else if (entry.isFile() && pages.test(entry.name)) found.push(path)
  }
  return found
}

const byName = (a: Dirent, b: Dirent) => (a.name < b.name ? -1 : 1)

/** The article at an address under the base: by its path with or without ending, or the index of that folder. */
function articleIn(ids: ReadonlyMap<string, string>, base: string) {
  const root = new URL(base)
  return (address: URL): string | undefined => {
    if (address.origin !== root.origin || !address.pathname.startsWith(root.pathname)) return undefined
    const path = decode(address.pathname.slice(root.pathname.length)).replace(/\/$/u, '')
    const id = path.replace(pages, '')
    return [id, path, `${path}/index`, `${path}/README`].find((one) => ids.has(one))
  }
}

async function readOne(
  root: string,
  path: string,
  ids: ReadonlyMap<string, string>,
  { addresses, base }: { addresses: Addresses; base: string },
): Promise<Finding> {
  const id = toArticleId(path)
  if (id === undefined) return { kind: 'failed', where: path, reason: 'its path is too long for an id' }
  if (ids.get(id) !== path)
    return { kind: 'failed', where: path, reason: `${ids.get(id)} already makes the article ${id}` }
  const url = base === nowhere ? path : new URL(encodePath(id), base).href
  try {
    return await readFileOf(root, path, { id, url, addresses })
  } catch (error) {
    return { kind: 'failed', where: path, id, reason: reasonOf(error) }
  }
}

type Place = { id: string; url: string; addresses: Addresses }

async function readFileOf(root: string, path: string, place: Place): Promise<Finding> {
  const file = join(root, path)
  if (statSync(file).size > mostBytes) throw new SourceError(`larger than ${mostBytes / 1_000_000} MB`)
  const content = clean(await readFile(file))
  if (markdown.test(path)) return markdownFinding(path, content, place, includesOf(root, file))
  const page = readPage(content)
  if (!page) throw new SourceError('no words in it')
  return { kind: 'article', where: path, article: toImportedArticle({ ...place, ...page }) }
}

function markdownFinding(
  where: string,
  content: string,
  place: Place,
  include: (path: string) => string | undefined,
): Finding {
  const { frontMatter, hast } = readMarkdown(content, include)
  if (frontMatter.isDraft) return { kind: 'skipped', where, reason: 'a draft' }
  return { kind: 'article', where, article: toImportedArticle({ ...place, ...frontMatter, hast }) }
}

/** UTF-8 without the mark and without NUL, which no database keeps. */
const clean = (bytes: Uint8Array) => new TextDecoder().decode(bytes).replaceAll('\0', '\uFFFD')

/** Files that a file includes, out of the same folder only, wherever links on the disk lead. */
function includesOf(root: string, file: string) {
  return (path: string): string | undefined => {
    try {
      const target = realpathSync(resolve(dirname(file), decode(path)))
      const isInside = !relative(realpathSync(root), target).split(sep).includes('..')
      return isInside && statSync(target).size <= mostBytes ? clean(readFileSync(target)) : undefined
    } catch {
      return undefined
    }
  }
}
