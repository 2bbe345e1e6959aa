import { readdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { readAsciiDoc } from '../asciidoc/asciidoc.ts'
import { reasonOf } from '../failure.ts'
import { readPage } from '../html/html.ts'
import { flavourNamed, flavourOf } from '../markdown/flavours/flavours.ts'
import type { Flavour, FlavourName } from '../markdown/flavours/flavour.ts'
import { readFrontMatter, splitFrontMatter } from '../markdown/front-matter.ts'
import type { FrontMatter, MenuEntry } from '../markdown/front-matter.ts'
import { fillTemplates, readMarkdown } from '../markdown/markdown.ts'
import { SourceError } from '../source.ts'
import type { Finding, ImportedPicture, KnownDocuments, Source } from '../source.ts'
import { createAddresses, toArticleId } from '../tree/addresses.ts'
import type { Addresses } from '../tree/addresses.ts'
import { toImportedArticle } from '../tree/document.ts'
import type { Document } from '../tree/document.ts'
import type { Trouble } from '../tree/trouble.ts'
import { inTurns } from '../../../util/in-turns.ts'
import { fingerprint, fingerprintOfTree } from './fingerprint.ts'
import { listFiles } from './list-files.ts'
import { createPaths } from './paths.ts'
import type { FolderPaths, PageFacts } from './paths.ts'
import { createPictures } from './pictures.ts'
import { includesOf, readText } from './read-text.ts'
import { sectionsOf } from './sections.ts'
import { variablesOf } from './variables.ts'

export type FolderOptions = {
  /** Where the folder is published: images and links to what is not imported lead there. */
  publishedAt?: string | undefined
  /** What its Markdown is written for; told by the tree's own files where absent. */
  flavour?: FlavourName | undefined
  /** Pictures stay where they are published, and are not copied into the desk's storage. */
  linkPictures?: boolean | undefined
  /** What earlier imports kept: pages that did not change since are not read again. */
  known?: KnownDocuments
}

type Tree = {
  root: string
  flavour: Flavour
  variables: ReadonlyMap<string, string>
  paths: FolderPaths
  sectionOf: (path: string) => string | undefined
  pictureAt: (path: string) => ImportedPicture | undefined
  /** What the page at a path and all that it depends on are known by; undefined where that cannot be told. */
  markOf: (path: string) => string | undefined
  known: KnownDocuments
  /** Whether a file of HTML, by its text, is no page. */
  isPart: (text: string) => boolean
  /** Whether a file's every change is a change of the marks: all but pages, and what lies in folders of tools. */
  isMarked: (path: string) => boolean
}

/**
 * Every file of a folder and the folders in it, by name: Markdown, AsciiDoc and HTML as articles, the rest as left out. Links
 * between them become links between articles. Rejects with `SourceError` for a folder without documentation.
 */
export async function* readFolder(root: string, options: FolderOptions = {}): Source {
  const files = await listFiles(root)
  const pages = files.filter(({ leftOut }) => leftOut === undefined).map(({ path }) => path)
  if (pages.length === 0) throw new SourceError(`${root}: no Markdown, AsciiDoc or HTML file in it`)
  yield { kind: 'expected', total: files.length }
  const facts = await inTurns(pages, readsAtOnce, async (path) => factsOf(root, path))
  const { known = new Map(), ...settings } = options
  const whole = await fingerprintOfTree(root, files, facts, settings)
  const others = new Set(files.filter(({ leftOut }) => leftOut !== undefined).map(({ path }) => path))
  const entries = new Map(facts.flatMap(({ path, menu }) => (menu ? [[path, menu] as const] : [])))
  const sectionOf = await sectionsOf(root, files, entries)
  // What a section is called stands in other files than those that stand in it.
  const marks = new Map(facts.map(({ path, mark }) => [path, mark && fingerprint(whole, mark, sectionOf(path) ?? '')]))
  const flavour = flavourNamed(options.flavour ?? '') ?? flavourOf(await namesAround(root))
  const tree: Tree = {
    root,
    flavour,
    variables: await variablesOf(root),
    paths: createPaths(facts, options.publishedAt),
    sectionOf,
    isPart: partsOf(pages, flavour),
    markOf: (path) => marks.get(path),
    isMarked: (path) => others.has(path),
    known,
    pictureAt: options.linkPictures ? () => undefined : createPictures(root),
  }
  for (const { path, leftOut } of files)
    yield leftOut === undefined ? await readOne(path, tree) : { kind: 'skipped', where: path, reason: leftOut }
}

const readsAtOnce = 16

/** Levels above the folder at which its generator's own files may lie. */
const highest = 4

/** The names in the folder, then in those above it: documentation is often a part of a bigger tree. */
async function namesAround(root: string): Promise<string[][]> {
  const folders = Array.from({ length: highest + 1 }).reduce<string[]>(
    (found) => [...found, found.length === 0 ? resolve(root) : dirname(found.at(-1) ?? '')],
    [],
  )
  return Promise.all([...new Set(folders)].map(async (folder) => readdir(folder).catch(() => [])))
}

/** What links to a page may go by. Trouble with a page is told when it is read. */
async function factsOf(root: string, path: string): Promise<PageFacts & { mark?: string; menu?: MenuEntry }> {
  const text = await readText(join(root, path)).catch(() => undefined)
  if (text === undefined) return { path }
  const mark = fingerprint(text)
  try {
    if (/\.html?$/iu.test(path)) return { path, mark }
    const { source, format } = splitFrontMatter(text)
    const { permalink, name, menu } = readFrontMatter(source, format)
    return { path, permalink, name, mark, ...(menu && { menu }) }
  } catch {
    return { path, mark }
  }
}

async function readOne(path: string, tree: Tree): Promise<Finding> {
  const id = toArticleId(path)
  if (id === undefined) return { kind: 'failed', where: path, reason: 'its path is too long for an id' }
  const owner = tree.paths.ownerOf(id)
  if (owner !== path) return { kind: 'failed', where: path, reason: `${owner} already makes the article ${id}` }
  const mark = tree.markOf(path)
  if (mark !== undefined && tree.known.get(id)?.origin.validators?.etag === mark)
    return { kind: 'unchanged', where: path, id }
  try {
    return await readDocument(path, id, tree)
  } catch (error) {
    return { kind: 'failed', where: path, id, reason: reasonOf(error) }
  }
}

async function readDocument(path: string, id: string, tree: Tree): Promise<Finding> {
  const troubles: Trouble[] = []
  const pictures: ImportedPicture[] = []
  const onTrouble = (trouble: Trouble) => void troubles.push(trouble)
  const text = await readText(join(tree.root, path))
  const included: string[] = []
  const read = await readAs(path, text, { id, tree, told: { onTrouble, included } })
  if ('skipped' in read) return { kind: 'skipped', where: path, reason: read.skipped }
  const section = read.section ?? tree.sectionOf(path)
  const document: Document = {
    ...read,
    id,
    section,
    url: tree.paths.urlOf(path, id),
    addresses: addressesOf(path, tree, { pictures, onTrouble }),
  }
  const mark = tree.markOf(path)
  let names: ReadonlyMap<string, string> = new Map()
  const article = toImportedArticle(document, onTrouble, (found) => (names = found))
  return {
    kind: 'article',
    where: path,
    article,
    names,
    troubles,
    pictures,
    ...(read.translations && { translations: read.translations }),
    // A page that includes another page changes with that one too.
    ...(mark !== undefined && included.every(tree.isMarked) && { validators: { etag: mark } }),
  }
}

type Read = (Omit<Document, 'id' | 'url' | 'addresses'> & { translations?: readonly string[] }) | { skipped: string }

type HtmlOptions = { id: string; paths: FolderPaths; fill: (html: string) => string }

function readHtml(path: string, text: string, { id, paths, fill }: HtmlOptions): Read {
  const { source, format, content } = splitFrontMatter(text)
  const { hidden, title, section, lang, updatedAt } = readFrontMatter(source, format)
  const found = readPage(fill(content))
  const page = {
    ...found,
    ...(title && { title }),
    ...(section && { section }),
    ...(lang && { lang }),
    ...(updatedAt && { updatedAt }),
  }
  const leftOut = hidden ?? page.leftOut
  if (leftOut !== undefined) return { skipped: leftOut }
  const { canonical, alternates = [] } = page
  const base = paths.baseOf(path)
  const articleAt = (href: string) =>
    href && URL.canParse(href, base) ? paths.articleFrom(path)(new URL(href, base), href) : undefined
  const original = canonical === undefined ? undefined : articleAt(canonical)
  if (original !== undefined && original !== id) return { skipped: `a copy of ${original}` }
  const translations = alternates.flatMap((href) => articleAt(href) ?? []).filter((other) => other !== id)
  return { ...page, ...(translations.length > 0 && { translations }) }
}

type ReadOptions = { id: string; tree: Tree; told: Told }

/** A file as its ending says. */
async function readAs(path: string, text: string, { id, tree, told }: ReadOptions): Promise<Read> {
  const { onTrouble } = told
  const include = includeFor(path, tree, told)
  if (/\.html?$/iu.test(path)) {
    if (tree.isPart(text)) return { skipped: 'no page of its own' }
    const { flavour, variables } = tree
    const fill = (html: string) => fillTemplates(html, flavour, { include, variables, onTrouble })
    return readHtml(path, text, { id, paths: tree.paths, fill })
  }
  if (/\.a(?:scii)?doc$/iu.test(path)) return toRead(await readAsciiDoc(text, { include, onTrouble }))
  const { flavour, variables } = tree
  return toRead(readMarkdown(text, { path, flavour, variables, include, onTrouble }))
}

/**
 * Beside Markdown, generators take HTML as it is for templates, examples and what pages show. A folder of HTML alone is a
 * site that was built.
 */
function partsOf(pages: readonly string[], { html }: Flavour): (text: string) => boolean {
  if (html === 'pages' || pages.every((path) => /\.html?$/iu.test(path))) return () => false
  return (text) => html === 'parts' || splitFrontMatter(text).source === ''
}

const includeFor = (path: string, { root }: Tree, { included }: Told) =>
  includesOf(root, path, (file) => included.push(file))

function toRead({ frontMatter, hast }: { frontMatter: FrontMatter; hast: Document['hast'] }): Read {
  const { hidden, title, section, lang, updatedAt } = frontMatter
  return hidden === undefined ? { title, section, lang, updatedAt, hast } : { skipped: hidden }
}

type Told = { onTrouble: (trouble: Trouble) => void; included: string[] }

type Found = { pictures: ImportedPicture[]; onTrouble: (trouble: Trouble) => void }

/** Links to pages of the folder lead to their articles; pictures in it are taken along. */
function addressesOf(path: string, { paths, pictureAt }: Tree, { pictures, onTrouble }: Found): Addresses {
  const base = paths.baseOf(path)
  const addresses = createAddresses(base, paths.articleFrom(path))
  const root = new URL(paths.base).pathname
  const inFolder = (src: string) => {
    if (/^(?:[a-z][a-z\d+.-]*:)?\/\//iu.test(src) || !URL.canParse(src, base)) return undefined
    const { pathname } = new URL(src, base)
    const within = pathname.startsWith(root) ? pathname.slice(root.length) : pathname
    return [within, `static/${within}`, `public/${within}`, `assets/${within}`].map(pictureAt).find(Boolean)
  }
  return {
    link(href) {
      const target = addresses.link(href)
      if (!target && /^[^:]*$/u.test(href.split(/[?#]/u)[0] ?? ''))
        onTrouble({ kind: 'dead link', what: href, sample: href })
      return target
    },
    image(src) {
      const picture = inFolder(src)
      if (picture) pictures.push(picture)
      const address = picture?.src ?? addresses.image(src)
      if (address === undefined) onTrouble({ kind: 'lost picture', what: src.slice(0, 200), sample: src.slice(0, 200) })
      return address
    },
  }
}
