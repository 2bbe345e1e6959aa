// Where in the documentation an article stands: the names of the folders around it, as the tree itself calls them.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { betweenSections } from '@bilet/shared/article'
import { parse } from 'yaml'
import { decodeText } from '../html/decode-text.ts'
import { readFrontMatter, splitFrontMatter } from '../markdown/front-matter.ts'
import type { MenuEntry } from '../markdown/front-matter.ts'
import type { Listed } from './list-files.ts'
import { menusOf } from './menus.ts'
import { readSidebars, sidebarFiles } from './sidebars.ts'
import { spaced } from './spaced.ts'

/** Files that name the folder they lie in, the most deliberate first. */
const naming = [
  '_category_.json',
  '_category_.yml',
  '_category_.yaml',
  '_index.md',
  'index.md',
  'index.mdx',
  'README.md',
]

/**
 * Gives the section of the page at a path; undefined for pages that stand in none. `entries` are those that pages make of
 * themselves in menus, by path.
 */
export async function sectionsOf(
  root: string,
  files: readonly Listed[],
  entries: ReadonlyMap<string, MenuEntry>,
): Promise<(path: string) => string | undefined> {
  const navigation = await navigationOf(root, files)
  const aboveInMenus = await menusOf(root, [...entries.values()])
  const paths = new Set(files.map(({ path }) => path))
  const folders = new Set(files.flatMap(({ path }) => foldersAbove(path)))
  const names = new Map<string, string>()
  for (const folder of folders) {
    const file = naming.map((name) => `${folder}/${name}`).find((path) => paths.has(path))
    const name = file === undefined ? undefined : await nameIn(join(root, file))
    names.set(folder, name ?? spaced(folder.split('/').at(-1) ?? ''))
  }
  return (path) => {
    const entry = entries.get(path)
    if (entry?.parent !== undefined) return aboveInMenus(entry).join(betweenSections)
    const known = navigation.get(path)
    if (known !== undefined) return known || undefined
    const isIndex = /(?:^|\/)(?:_?index|readme)\.\w+$/iu.test(path)
    const above = isIndex ? foldersAbove(path).slice(0, -1) : foldersAbove(path)
    return (
      above
        .map((folder) => names.get(folder) ?? '')
        .filter(Boolean)
        .join(betweenSections) || undefined
    )
  }
}

/** `a/b` for `a/b/c.md`, from the outermost; folders that tell a language are no sections. */
function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts
    .map((_, at) => parts.slice(0, at + 1).join('/'))
    .filter((folder) => !/(?:^|\/)_?(?:ru|uk|en|docs|pages|content|src|source)$/iu.test(folder))
}

async function nameIn(file: string): Promise<string | undefined> {
  try {
    const text = decodeText(await readFile(file))
    if (/_category_\./u.test(file)) return labelOf(parse(text))
    const { source, format, content } = splitFrontMatter(text)
    const heading = /^#[ \t]+(\S.*)$/mu
      .exec(content)?.[1]
      ?.trimEnd()
      .replace(/\{[^{}]{0,200}\}$/u, '')
      .trimEnd()
    return readFrontMatter(source, format).title ?? heading?.replaceAll(/[*_`]/gu, '')
  } catch {
    return undefined
  }
}

const labelOf = (category: unknown): string | undefined => {
  const label: unknown = typeof category === 'object' && category !== null ? Reflect.get(category, 'label') : undefined
  return typeof label === 'string' ? label : undefined
}

/** What `mkdocs.yml`, `toc.yaml`, `SUMMARY.md` or a script say of each page: the names above it, '' for the top. */
async function navigationOf(root: string, files: readonly Listed[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  const read = async (path: string) => readFile(join(root, path), 'utf8').catch(() => undefined)
  const summary = await read('SUMMARY.md')
  if (summary !== undefined) readSummary(summary, found)
  const mkdocs = (await read('mkdocs.yml')) ?? (await read('../mkdocs.yml'))
  if (mkdocs !== undefined) readNav(navOf(mkdocs), [], found)
  const pageCalled = pagesByName(files)
  for (const file of sidebarFiles) {
    const script = await read(file)
    if (script !== undefined)
      readSidebars(script, (name, section) => {
        const path = pageCalled(name)
        if (path !== undefined && !found.has(path)) found.set(path, section)
      })
  }
  for (const { path } of files.filter((file) => /(?:^|\/)toc\.ya?ml$/u.test(file.path))) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    readToc(parsed((await read(path)) ?? ''), folder, [], found)
  }
  return found
}

/** A page's name without what navigation does not say: an ending, an index, a number. */
const bare = (name: string) =>
  name
    .replace(/^\.?\/+/u, '')
    .replace(/(?:\.html?|\.mdx?)$/iu, '')
    .replace(/(?:^|\/)(?:index|readme)?$/iu, '')
    .replaceAll(/(?<=^|\/)\d+[-_.]/gu, '')

/** The page that navigation calls by a name. */
function pagesByName(files: readonly Listed[]): (name: string) => string | undefined {
  const pages = files.filter(({ leftOut }) => leftOut === undefined).map(({ path }) => path)
  const paths = new Map(
    pages.flatMap((path) => [[bare(path.replace(/^docs\//u, '')), path] as const, [bare(path), path] as const]),
  )
  return (name) => paths.get(bare(name))
}

/** YAML with tags of others, such as `!!python/name`, is read for what can be. */
function parsed(yaml: string): unknown {
  try {
    return parse(yaml, { logLevel: 'silent' })
  } catch {
    return undefined
  }
}

/** The `nav` of a file that may hold what YAML alone cannot read: its lines up to the next key. */
function navOf(yaml: string): unknown {
  const lines = yaml.split('\n')
  const start = lines.findIndex((line) => line.startsWith('nav:'))
  const end = lines.findIndex((line, at) => at > start && /^[\w#]/u.test(line))
  return start === -1 ? undefined : field(parsed(lines.slice(start, end === -1 ? undefined : end).join('\n')), 'nav')
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

/** MkDocs: a list whose entries are paths, or names with a path or a list. */
function readNav(nav: unknown, above: readonly string[], found: Map<string, string>) {
  if (typeof nav === 'string') found.set(nav.replace(/^\.\//u, ''), above.join(betweenSections))
  else if (Array.isArray(nav)) for (const entry of nav) readNav(entry, above, found)
  else if (typeof nav === 'object' && nav !== null)
    for (const [name, value] of Object.entries(nav))
      readNav(value, Array.isArray(value) ? [...above, name] : above, found)
}

/** Diplodoc: `items` with a `name`, and `href` or `items` of their own. */
function readToc(toc: unknown, folder: string, above: readonly string[], found: Map<string, string>) {
  const items = field(toc, 'items')
  if (!Array.isArray(items)) return
  for (const item of items) {
    const [name, href] = [field(item, 'name'), field(item, 'href')]
    if (typeof href === 'string') found.set(folder + href.replace(/^\.\//u, ''), above.join(betweenSections))
    readToc(item, folder, typeof name === 'string' ? [...above, name] : above, found)
  }
}

/** GitBook: headings are sections, and so are pages with pages below them. */
function readSummary(summary: string, found: Map<string, string>) {
  let heading = ''
  const stack: { indent: number; name: string }[] = []
  for (const line of summary.split('\n')) {
    heading = /^##[ \t]+(.+)$/u.exec(line)?.[1]?.trim() ?? heading
    const [, indent = '', name = '', path] = /^([ \t]*)[*-][ \t]+\[([^\]]*)\]\(([^)]*)\)/u.exec(line) ?? []
    if (path === undefined) continue
    while ((stack.at(-1)?.indent ?? -1) >= indent.length) stack.pop()
    found.set(
      path.replace(/^\.\//u, ''),
      [heading, ...stack.map((one) => one.name)].filter(Boolean).join(betweenSections),
    )
    stack.push({ indent: indent.length, name })
  }
}
