import { stat } from 'node:fs/promises'
import { readFolder } from './folder/folder.ts'
import type { FolderOptions } from './folder/folder.ts'
import type { Earlier } from './import-findings.ts'
import { readJsonl } from './jsonl.ts'
import { openPublicNetwork } from './site/public-network.ts'
import { readSite } from './site/site.ts'
import type { SiteOptions } from './site/site.ts'
import { SourceError } from './source.ts'
import type { Source } from './source.ts'

export type SourceOptions = Omit<FolderOptions, 'known'> &
  Omit<SiteOptions, keyof Earlier | 'network'> & {
    /** Also read from loopback and private networks. */
    allowPrivate?: boolean | undefined
  }

/** The source that a person named. Rejects with `SourceError` for what is neither a folder, a JSONL file nor an address. */
export async function openSource(target: string, options: SourceOptions & Earlier): Promise<Source> {
  if (/^https?:\/\//iu.test(target)) return readSite(target, { ...options, network: openPublicNetwork(options) })
  const found = await stat(target).catch(() => undefined)
  if (!found) throw new SourceError(`${target}: no such file or folder`)
  if (found.isDirectory()) {
    const { publishedAt, flavour, linkPictures, known } = options
    return readFolder(target, { publishedAt, flavour, linkPictures, known })
  }
  if (/\.(?:jsonl|ndjson)$/iu.test(target)) return readJsonl(target)
  throw new SourceError(`${target}: expected a folder, a .jsonl file, or the address of a sitemap`)
}
