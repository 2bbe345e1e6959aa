// Pages that a program exported: told by the marks it leaves, read by what they mean there, without a guess at what the
// main content is.
import type { Root } from 'hast'
import { confluence } from './confluence.ts'
import type { Export, Exported } from './export.ts'
import { googleDocs } from './google-docs.ts'
import { notion } from './notion.ts'
import { sphinx } from './sphinx.ts'

const exports: readonly Export[] = [confluence, notion, googleDocs, sphinx]

export function readExported(page: Root): Exported | undefined {
  for (const read of exports) {
    const found = read(page)
    if (found) return found
  }
  return undefined
}
