import { parse } from 'yaml'
import { toTimestamp } from './timestamp.ts'

/** What a document says of itself, under the names that common generators use. */
export type FrontMatter = {
  title?: string
  section?: string
  lang?: string
  /** RFC 3339, UTC. */
  updatedAt?: string
  isDraft: boolean
}

const names = {
  title: ['title', 'sidebar_label'],
  section: ['section', 'category', 'parent'],
  lang: ['lang', 'language', 'locale', 'ms.contentlocale'],
  updatedAt: ['updated', 'last_modified', 'lastmod', 'last_modified_at', 'ms.date', 'date'],
}

/** Reads YAML; throws `SyntaxError` with one line for what is not. Values of other types than expected are left out. */
export function readFrontMatter(yaml: string): FrontMatter {
  const fields = parseFields(yaml)
  const first = (keys: readonly string[]) => keys.map((key) => fields.get(key)).find((value) => toWords(value) !== '')
  const title = toWords(first(names.title))
  const section = toWords(first(names.section))
  const lang = toWords(first(names.lang))
  const updatedAt = toTimestamp(toWords(first(names.updatedAt)))
  return {
    ...(title && { title }),
    ...(section && { section }),
    ...(lang && { lang }),
    ...(updatedAt && { updatedAt }),
    isDraft: fields.get('draft') === true || fields.get('published') === false,
  }
}

const toWords = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value).replaceAll(/\s+/gu, ' ').trim() : ''

function parseFields(yaml: string): ReadonlyMap<string, unknown> {
  try {
    const fields: unknown = parse(yaml, { maxAliasCount: 20 })
    return new Map(typeof fields === 'object' && fields !== null ? Object.entries(fields) : [])
  } catch (error) {
    throw new SyntaxError(`front matter: ${String(error).split('\n')[0]}`, { cause: error })
  }
}
