import { readFileSync, realpathSync, statSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { decodeText } from '../html/decode-text.ts'
import { SourceError } from '../source.ts'
import { decode } from '../tree/addresses.ts'

const mostBytes = 2_000_000

/** The text of a file, by its own encoding. Rejects with `SourceError` for one too large, or of no text. */
export async function readText(file: string): Promise<string> {
  if ((await stat(file)).size > mostBytes) throw new SourceError(`larger than ${mostBytes / 1_000_000} MB`)
  return decodeText(await readFile(file))
}

/**
 * Files that a file includes, by a path from where it stands, from the folder's root, or from a folder between them (that
 * of a language is the root of its pages); out of the same folder only, wherever links on the disk lead. `onRead` is told of each that was there, by its path in the folder.
 */
export function includesOf(root: string, path: string, onRead: (file: string) => void = () => {}) {
  const home = realpathSync(root)
  const [own = root, ...above] = foldersAbove(path).map((folder) => join(root, folder))
  const from = [own, root, join(root, '_includes'), ...above]
  return (included: string): string | undefined => {
    const name = decode(included).replace(/^\/+/u, '')
    const places = included.startsWith('/') ? [root, ...above, own] : from
    const found = places.map((folder) => readInside(home, resolve(folder, name))).find((one) => one !== undefined)
    if (found) onRead(found.file)
    return found?.text
  }
}

/** `a/b`, then `a`, for `a/b/c.md`. */
export function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, at) => parts.slice(0, parts.length - at).join('/'))
}

function readInside(home: string, file: string): { file: string; text: string } | undefined {
  try {
    const target = realpathSync(file)
    const within = relative(home, target).split(sep)
    const { size } = statSync(target)
    if (within.includes('..') || size > mostBytes) return undefined
    return { file: within.join('/'), text: decodeText(readFileSync(target)) }
  } catch {
    return undefined
  }
}
