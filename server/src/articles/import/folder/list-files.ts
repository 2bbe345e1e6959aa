// Every file of a folder, each with what it is: nothing is passed over in silence.
import type { Dirent } from 'node:fs'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { parse } from 'yaml'

/** `leftOut` says why a file is no article. Paths are relative to the folder, with `/`. */
export type Listed = { path: string; leftOut?: string }

export const pages = /\.(?:mdx?|markdown|html?|adoc|asciidoc)$/iu

/** Folders that are never gone into: each is one entry, for what is in them is not the author's documentation. */
const closed = /^(?:node_modules|\..*)$/iu
/** Folders whose files are parts of other documents. */
const parts = /^(?:includes?|partials?|snippets|_.*)$/iu
const deepest = 40

/** All files by name, links on the disk followed as long as they stay inside. */
export async function listFiles(root: string): Promise<Listed[]> {
  const home = await realpath(root)
  const collections = await collectionsOf(root)
  return listFolder({ root, home, collections, folder: '', isPart: false, above: [home] })
}

/** Jekyll: folders that look like parts and hold pages, as the site's settings name them. */
async function collectionsOf(root: string): Promise<ReadonlySet<string>> {
  const config = await readFile(join(root, '_config.yml'), 'utf8').catch(() => undefined)
  if (config === undefined) return new Set()
  return new Set(['posts', ...collectionsIn(config)].map((name) => `_${name}`))
}

function collectionsIn(config: string): string[] {
  try {
    const { collections = [] } = Object(parse(config, { logLevel: 'silent' }))
    return Array.isArray(collections) ? collections.map(String) : Object.keys(Object(collections))
  } catch {
    return []
  }
}

type Place = {
  root: string
  home: string
  collections: ReadonlySet<string>
  folder: string
  isPart: boolean
  above: readonly string[]
}

async function listFolder(place: Place): Promise<Listed[]> {
  const entries = await readdir(join(place.root, place.folder), { withFileTypes: true })
  const found = await Promise.all(entries.toSorted(byName).map(async (entry) => listEntry(entry, place)))
  return found.flat()
}

async function listEntry(entry: Dirent, place: Place): Promise<Listed[]> {
  const path = place.folder ? `${place.folder}/${entry.name}` : entry.name
  if (!entry.isSymbolicLink()) {
    if (entry.isDirectory()) return listInside(path, entry.name, place)
    return [listFile(path, entry.name, place.isPart)]
  }
  const target = await realpath(join(place.root, path)).catch(() => undefined)
  if (target === undefined) return [{ path, leftOut: 'a link to what is not there' }]
  if (relative(place.home, target).split(sep).includes('..')) return [{ path, leftOut: 'a link out of the folder' }]
  if (!(await stat(target)).isDirectory()) return [listFile(path, entry.name, place.isPart)]
  if (place.above.includes(target) || place.above.length > deepest) return [{ path, leftOut: 'a link in a circle' }]
  return listInside(path, entry.name, { ...place, above: [...place.above, target] })
}

async function listInside(folder: string, name: string, place: Place): Promise<Listed[]> {
  if (closed.test(name)) return [{ path: `${folder}/`, leftOut: 'a folder of tools' }]
  const isPart = parts.test(name) && !place.collections.has(folder)
  return listFolder({ ...place, folder, isPart: place.isPart || isPart })
}

function listFile(path: string, name: string, isPart: boolean): Listed {
  if (/\.rst$/iu.test(name)) return { path, leftOut: 'reStructuredText is not read: build it as HTML' }
  if (!pages.test(name)) return { path, leftOut: 'no document' }
  if (isPart || (name.startsWith('_') && !name.startsWith('_index.')))
    return { path, leftOut: 'a part of other documents' }
  return { path }
}

const byName = (a: Dirent, b: Dirent) => (a.name < b.name ? -1 : 1)
