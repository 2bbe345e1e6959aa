import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import { toTimestamp } from '../tree/timestamp.ts'

/** What a document says of itself, under the names that common generators use. */
export type FrontMatter = {
  title?: string
  section?: string
  lang?: string
  /** RFC 3339, UTC. */
  updatedAt?: string
  /** Where it is published, or the last part of that, as it says itself. */
  permalink?: string
  /** Its name in its generator's order of documents. */
  name?: string
  position?: number
  /** Where it stands in a menu of its site. */
  menu?: MenuEntry
  /** Why owners are not to read it: a draft, or not listed. */
  hidden?: string
}

/** `parent` is the identifier, or the name, of the entry above. */
export type MenuEntry = { identifier?: string; name?: string; parent?: string }

export type Format = 'yaml' | 'toml' | 'json'

const names = {
  title: ['title', 'linkTitle', 'sidebar_label', 'menuTitle', 'nav_title'],
  section: ['section', 'category', 'parent'],
  lang: ['lang', 'language', 'locale', 'ms.contentlocale'],
  updatedAt: ['updated', 'last_modified', 'lastmod', 'last_modified_at', 'ms.date', 'date'],
  permalink: ['permalink', 'slug', 'url'],
  position: ['sidebar_position', 'weight', 'nav_order', 'order', 'position'],
}

const fences: [format: Format, pattern: RegExp][] = [
  ['yaml', /^---[ \t]*\n([^]*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/u],
  ['toml', /^\+\+\+[ \t]*\n([^]*?)(?:^|\n)\+\+\+[ \t]*(?:\n|$)/u],
  ['json', /^(\{[ \t]*\n[^]*?\n\})[ \t]*(?:\n|$)/u],
]

/** What stands before the content, without its fences; '' where nothing does. */
export function splitFrontMatter(markdown: string): { source: string; format: Format; content: string } {
  for (const [format, pattern] of fences) {
    const found = pattern.exec(markdown)
    if (found) return { source: found[1] ?? '', format, content: markdown.slice(found[0].length) }
  }
  return { source: '', format: 'yaml', content: markdown }
}

/** Throws `SyntaxError` with one line for what cannot be read. Values of other types than expected are left out. */
export function readFrontMatter(source: string, format: Format = 'yaml'): FrontMatter {
  const fields = parseFields(source, format)
  const first = (keys: readonly string[]) => keys.map((key) => fields.get(key)).find((value) => toWords(value) !== '')
  const title = plain(toWords(first(names.title)))
  const section = plain(toWords(first(names.section)))
  const lang = toWords(first(names.lang))
  const updatedAt = toTimestamp(toWords(first(names.updatedAt)))
  const permalink = toWords(first(names.permalink))
  const name = toWords(fields.get('id'))
  const position = Number(toWords(first(names.position)) || Number.NaN)
  const hidden = hiddenBy(fields)
  const menu = menuEntryOf(fields, title)
  return {
    ...(title && { title }),
    ...(section && { section }),
    ...(lang && { lang }),
    ...(updatedAt && { updatedAt }),
    ...(permalink && { permalink }),
    ...(name && { name }),
    ...(Number.isFinite(position) && { position }),
    ...(menu && { menu }),
    ...(hidden && { hidden }),
  }
}

/** Hugo: `menu: { docs: { parent: orders } }`, or the menu's name alone. A page in several menus stands in the first. */
function menuEntryOf(fields: ReadonlyMap<string, unknown>, title: string): MenuEntry | undefined {
  const menu = fields.get('menu') ?? fields.get('menus')
  const entries = entriesOfMenus(menu)
  const found = entries.find(({ parent }) => parent !== undefined) ?? entries[0]
  return menu === undefined || menu === null ? undefined : { ...(title && { name: title }), ...found }
}

/** What a site's menus hold, by the menu's name: an entry of a page, or a list of them. */
export const entriesOfMenus = (menus: unknown): MenuEntry[] =>
  typeof menus === 'object' && menus !== null
    ? Object.values(menus)
        .flat()
        .flatMap((entry: unknown) => (typeof entry === 'object' && entry !== null ? [toMenuEntry(entry)] : []))
    : []

function toMenuEntry(entry: object): MenuEntry {
  const [identifier, name, parent] = ['identifier', 'name', 'parent'].map((key) => toWords(Reflect.get(entry, key)))
  return { ...(identifier && { identifier }), ...(name && { name }), ...(parent && { parent }) }
}

function hiddenBy(fields: ReadonlyMap<string, unknown>): string | undefined {
  if (fields.get('draft') === true || fields.get('published') === false) return 'a draft'
  if (fields.get('unlisted') === true) return 'unlisted'
  if (fields.get('noIndex') === true || /\bnoindex\b/iu.test(toWords(fields.get('robots'))))
    return 'not for search engines'
  return fields.get('redirect') || fields.get('redirect_to') ? 'leads elsewhere' : undefined
}

const toWords = (value: unknown) => {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' || typeof value === 'number' ? String(value).replaceAll(/\s+/gu, ' ').trim() : ''
}

/** Marks of Markdown that authors leave in titles. */
const plain = (title: string) =>
  title
    .replace(/ ?\{ ?#[^{}]{0,200}\}$/u, '')
    .replaceAll(/(\*\*|__|`)(?=\S)(.{1,200}?)(?<=\S)\1/gu, '$2')
    .replaceAll(/!?\[([^\]]{0,200})\]\([^)]{0,500}\)/gu, '$1')

function parseFields(source: string, format: Format): ReadonlyMap<string, unknown> {
  try {
    const fields = parseAs[format](source)
    return new Map(typeof fields === 'object' && fields !== null ? Object.entries(fields) : [])
  } catch (error) {
    throw new SyntaxError(`front matter: ${String(error).split('\n')[0]}`, { cause: error })
  }
}

const parseAs: Record<Format, (source: string) => unknown> = {
  yaml: (source) => parseYaml(source, { maxAliasCount: 20 }),
  toml: parseToml,
  json: JSON.parse,
}
