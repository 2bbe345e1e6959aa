// Hugo's menus: what stands under what, as pages say it in their front matter and the site in its settings.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import { entriesOfMenus } from '../markdown/front-matter.ts'
import type { MenuEntry } from '../markdown/front-matter.ts'
import { spaced } from './spaced.ts'

const readYaml = (text: string): unknown => parseYaml(text, { logLevel: 'silent' })
const endings: Record<string, (text: string) => unknown> = {
  toml: parseToml,
  yaml: readYaml,
  yml: readYaml,
  json: JSON.parse,
}
/** Where settings lie from the folder, which may be the site or its `content`. */
const settings = ['', '../', '../../'].flatMap((place) =>
  ['hugo', 'config', 'config/_default/hugo', 'config/_default/menus'].flatMap((name) =>
    Object.keys(endings).map((ending) => ({ file: `${place}${name}.${ending}`, isMenus: name.endsWith('menus') })),
  ),
)

/** Gives the names above an entry, the outermost first. `pages` are the entries that pages make. */
export async function menusOf(root: string, pages: readonly MenuEntry[]): Promise<(entry: MenuEntry) => string[]> {
  const entries = [...(await entriesInSettings(root)), ...pages]
  const known = new Map(entries.flatMap((entry) => [entry.name, entry.identifier].map((key) => [key, entry] as const)))
  return ({ parent }) => {
    const above = new Map<string, string>()
    for (let key = parent; key !== undefined && !above.has(key); key = known.get(key)?.parent)
      above.set(key, known.get(key)?.name ?? spaced(key))
    return [...above.values()].toReversed()
  }
}

async function entriesInSettings(root: string): Promise<MenuEntry[]> {
  const found = await Promise.all(
    settings.map(async ({ file, isMenus }) => {
      const fields = await readSettings(join(root, file))
      return isMenus ? entriesOfMenus(fields) : ['menu', 'menus'].flatMap((name) => entriesOfMenus(field(fields, name)))
    }),
  )
  return found.flat()
}

/** Undefined for a file that is not there or says nothing that can be read. */
async function readSettings(file: string): Promise<unknown> {
  try {
    return endings[file.split('.').at(-1) ?? '']?.(await readFile(file, 'utf8'))
  } catch {
    return undefined
  }
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
