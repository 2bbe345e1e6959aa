// Navigation that a generator keeps in a script: Docusaurus' `sidebars.js`, the `sidebar` of VitePress. Nothing is run:
// what is written there as a literal is read.
import { parse } from 'yaml'
import { betweenSections } from '@bilet/shared/article'

/** Where such scripts lie, from a documentation's folder. */
export const sidebarFiles = ['', '../'].flatMap((place) => [
  ...['js', 'ts', 'cjs', 'mjs', 'json'].map((ending) => `${place}sidebars.${ending}`),
  ...['ts', 'js', 'mts', 'mjs'].flatMap((ending) => [
    `${place}.vitepress/config.${ending}`,
    `${place}.vuepress/config.${ending}`,
  ]),
])

const beginning =
  /(?:\bexport\s+default\s+|\bmodule\.exports\s*=\s*|\bsidebars?\w*(?:\s*:\s*[\w<>[\]]+)?\s*[=:]\s*)(?=[[{])|^\s*(?=\{)/gu

/** Tells `found` the names above each page that the script's literals list, by what the script calls the page. */
export function readSidebars(script: string, found: (page: string, section: string) => void): void {
  for (const { index, 0: start } of script.matchAll(beginning)) {
    const literal = literalAt(script, index + start.length)
    if (literal !== undefined) walk(literal, { above: [], isList: false, found })
  }
}

type Place = { above: readonly string[]; isList: boolean; found: (page: string, section: string) => void }

const field = (value: object, names: readonly string[]): unknown =>
  names.map((name): unknown => Reflect.get(value, name)).find((one) => one !== undefined)

function walk(value: unknown, place: Place): void {
  const { above, isList, found } = place
  if (typeof value === 'string') {
    if (isList) found(value, above.join(betweenSections))
  } else if (Array.isArray(value)) for (const one of value) walk(one, { ...place, isList: true })
  else if (typeof value === 'object' && value !== null) {
    const name = field(value, ['label', 'text', 'title'])
    const items = field(value, ['items', 'children'])
    const link = field(value, ['link', 'id', 'slug', 'href'])
    const page: unknown = typeof link === 'object' && link !== null ? Reflect.get(link, 'id') : link
    if (typeof page === 'string') found(page, above.join(betweenSections))
    if (items !== undefined) walk(items, { ...place, above: typeof name === 'string' ? [...above, name] : above })
    else if (page === undefined)
      for (const [key, inside] of Object.entries(value))
        if (typeof inside === 'object') walk(inside, { ...place, above: isList ? [...above, key] : above })
  }
}

const token =
  /\/\/[^\n]*|\/\*[^]{0,2000}?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|[[\]{}:]|\s+|[^[\]{}:\s"'`/]+|\//guy

/** The literal that begins at `at`, without comments; undefined for what is none. */
function literalAt(script: string, at: number): unknown {
  token.lastIndex = at
  let depth = 0
  let flow = ''
  for (let found = token.exec(script)?.[0]; found !== undefined; found = token.exec(script)?.[0]) {
    if (/^["'`]/u.test(found)) flow += JSON.stringify(found.slice(1, -1).replaceAll(/\\(.)/gu, '$1'))
    else if (found === ':') flow += ': '
    else if (found.startsWith('//') || found.startsWith('/*') || found.trim() === '') flow += ' '
    else flow += found
    depth += /^[[{]$/u.test(found) ? 1 : /^[\]}]$/u.test(found) ? -1 : 0
    if (depth === 0) break
  }
  try {
    return depth === 0 ? parse(flow, { logLevel: 'silent' }) : undefined
  } catch {
    return undefined
  }
}
