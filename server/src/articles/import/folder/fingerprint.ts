// What a page's article depends on beside the page's own bytes, so that pages that did not change are not read again.
import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { inTurns } from '../../../util/in-turns.ts'
import type { Listed } from './list-files.ts'
import type { PageFacts } from './paths.ts'

/** Raised when the same files make other articles than before: they are all read again then. */
const reading = 3
const statsAtOnce = 32

export const fingerprint = (...parts: readonly (string | Uint8Array)[]) =>
  parts.reduce((hash, part) => hash.update(part).update('\0'), createHash('sha256')).digest('hex')

/** Equal while no page came, went or changed its address, and no other file of the folder changed. */
export async function fingerprintOfTree(
  root: string,
  files: readonly Listed[],
  facts: readonly PageFacts[],
  options: unknown,
) {
  const others = files.filter(({ leftOut }) => leftOut !== undefined)
  const marks = await inTurns(others, statsAtOnce, async ({ path }) => {
    const found = await stat(join(root, path)).catch(() => undefined)
    return [path, found?.size, found?.mtimeMs]
  })
  const pages = facts.map(({ path, permalink, name }) => [path, permalink, name])
  return fingerprint(JSON.stringify([reading, options, pages, marks]))
}
