import { readFileSync, realpathSync, statSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
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
 * Files that a file includes, by a path from where it stands or from the folder's root; out of the same folder only,
 * wherever links on the disk lead. `onRead` is told of each that was there, by its path in the folder.
 */
export function includesOf(root: string, path: string, onRead: (file: string) => void = () => {}) {
  const home = realpathSync(root)
  const from = [dirname(join(root, path)), root, join(root, '_includes')]
  return (included: string): string | undefined => {
    const name = decode(included).replace(/^\/+/u, '')
    const places = included.startsWith('/') ? [root] : from
    const found = places.map((folder) => readInside(home, resolve(folder, name))).find((one) => one !== undefined)
    if (found) onRead(found.file)
    return found?.text
  }
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
