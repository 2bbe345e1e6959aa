// Real documentation through the import: nothing lost, no trace of markup.
import { expect, test } from 'vitest'
import { emptyLibrary, importTo } from '../src/articles/import/test-import.ts'
import { compareSite } from '../src/articles/import/site/test-whole-site.ts'
import { collect } from '../src/util/collect.ts'
import { folder } from './sets.ts'

/** For hundreds of real articles. */
const patience = 180_000

test(
  'real documentation in Markdown is imported whole, without a trace of markup',
  async () => {
    const { library, report } = await importTo(await emptyLibrary(), `${folder}/markdown`)
    expect(report).toMatchObject({ added: 70, failed: 0 })
    const documents = await collect(library.documents())
    expect(documents.filter(({ body }) => /\[!|<a name|^\||^---/mu.test(body))).toEqual([])
    expect(documents.filter(({ body, lang }) => body === '' || lang !== 'ru')).toEqual([])
  },
  patience,
)

test(
  '456 real articles are imported, and again without a change',
  async () => {
    const library = await emptyLibrary()
    expect((await importTo(library, `${folder}/dev.jsonl`)).report).toMatchObject({ added: 456, failed: 0 })
    expect((await importTo(library, `${folder}/dev.jsonl`)).report).toMatchObject({ unchanged: 456 })
  },
  patience,
)

test(
  'a site of real documentation keeps its words and brings nothing of the site around them',
  async () => {
    const { report, count, lost, added } = await compareSite(`${folder}/markdown`)
    expect(report).toMatchObject({ added: count, failed: 0 })
    expect(lost).toBeLessThan(0.005)
    expect(added).toBeLessThan(0.02)
  },
  patience,
)
