// For tests: a folder of files on disk, imported into a library of its own.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Article, Block } from '@bilet/shared/article'
import { createStorage } from '../../storage/storage.ts'
import { createLibrary } from '../library.ts'
import type { ArticleLibrary } from '../library.ts'
import { importDocs } from './import-docs.ts'
import type { ImportOptions } from './import-docs.ts'
import type { ImportReport } from './import-findings.ts'
import type { Finding } from './source.ts'

export async function emptyLibrary(): Promise<ArticleLibrary> {
  return createLibrary(await createStorage('memory:'), { clock: Date.now })
}

/** A folder that holds these files, by path; removed when the test ends. */
export async function folderOf(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bilet-docs-'))
  onTestFinished(async () => rm(folder, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

export type Imported = { library: ArticleLibrary; report: ImportReport; troubles: Finding[] }

/** Imports and keeps what was told of documents that were not taken. */
export async function importTo(
  library: ArticleLibrary,
  target: string,
  options: ImportOptions = {},
): Promise<Imported> {
  const troubles: Finding[] = []
  const onFinding = (finding: Finding) => {
    if ('reason' in finding) troubles.push(finding)
    options.onFinding?.(finding)
  }
  return { library, report: await importDocs(library, target, { ...options, onFinding }), troubles }
}

export async function importFiles(
  files: Record<string, string | Uint8Array>,
  options?: ImportOptions,
): Promise<Imported> {
  return importTo(await emptyLibrary(), await folderOf(files), options)
}

/** The one article that these files make; fails where it is not in the library. */
export async function articleOf(content: string, options?: ImportOptions & { as?: string }): Promise<Article> {
  const { library, troubles } = await importFiles({ [options?.as ?? 'article.md']: content }, options)
  const article = await library.get('article')
  if (!article) throw new Error(`not imported: ${JSON.stringify(troubles)}`)
  return article
}

export const blocksOf = async (content: string, options?: ImportOptions & { as?: string }): Promise<Block[]> =>
  (await articleOf(content, options)).blocks

/** A text node, for expectations. */
export const words = (text: string) => ({ type: 'text' as const, text })
export const paragraph = (text: string) => ({ type: 'paragraph' as const, children: [words(text)] })
