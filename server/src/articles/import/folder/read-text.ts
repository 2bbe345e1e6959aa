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
 * wherever links on the disk lead.
 */
export function includesOf(root: string, path: string) {
  const home = realpathSync(root)
  const from = [dirname(join(root, path)), root, join(root, '_includes')]
  return (included: string): string | undefined => {
    const name = decode(included).replace(/^\/+/u, '')
    const places = included.startsWith('/') ? [root] : from
    return places.map((folder) => readInside(home, resolve(folder, name))).find((text) => text !== undefined)
  }
}

function readInside(home: string, file: string): string | undefined {
  try {
    const target = realpathSync(file)
    const isInside = !relative(home, target).split(sep).includes('..')
    const { size } = statSync(target)
    return isInside && size <= mostBytes ? decodeText(readFileSync(target)) : undefined
  } catch {
    return undefined
  }
}
