import type { ArticleLibrary } from '../library.ts'
import { importFindings } from './import-findings.ts'
import type { ImportOptions as AnyImportOptions, ImportReport } from './import-findings.ts'
import { openSource } from './open-source.ts'
import type { SourceOptions } from './open-source.ts'

export type ImportOptions = AnyImportOptions & SourceOptions

/** Imports what a person named: a folder, a JSONL file or the site of a sitemap. Node only. */
export const importDocs = (
  library: ArticleLibrary,
  target: string,
  options: ImportOptions = {},
): Promise<ImportReport> =>
  importFindings(library, { name: target, open: (earlier) => openSource(target, { ...options, ...earlier }) }, options)
