// Pages that a program exported: told by the marks it leaves, read by what they mean there, without a guess at what the
// main content is.
import type { Root } from 'hast'
import { confluence } from './confluence.ts'
import { googleDocs } from './google-docs.ts'
import { notion } from './notion.ts'
import { sphinx } from './sphinx.ts'

/** A page in the words that the reader of all formats knows. */
export type Exported = { hast: Root; title?: string | undefined; section?: string | undefined; leftOut?: string }

/** Gives a page that is this program's; undefined for any other. The tree may be changed. */
export type Export = (page: Root) => Exported | undefined

const exports: readonly Export[] = [confluence, notion, googleDocs, sphinx]

export function readExported(page: Root): Exported | undefined {
  for (const read of exports) {
    const found = read(page)
    if (found) return found
  }
  return undefined
}
