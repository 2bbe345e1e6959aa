// By the thread itself, as in production.
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { importDocs } from '../articles/import/import-docs.ts'
import { loadIndex } from '../articles/indexing.ts'
import { createLibrary } from '../articles/library.ts'
import type { SearchIndex } from '../search/index/search-index.ts'
import { suggest } from '../search/suggest.ts'
import { createStorage } from '../storage/storage.ts'
import { temporaryFolder } from '../../test/support/temporary-folder.ts'
import { createIndexing } from './indexing.ts'

const folder = temporaryFolder()
const storageUrl = `fs:${folder.path}`
const library = createLibrary(await createStorage(storageUrl), { clock: () => 0 })
const troubles: unknown[] = []
const told = (error: unknown) => troubles.push(error)
const indexing = createIndexing(storageUrl, told)(library)

beforeAll(async () => {
  await importDocs(library, fileURLToPath(new URL('../../demo/docs', import.meta.url)))
  await library.lexicon.write({ same: [['парадная', 'главная страница']], names: [], suggests: [] })
})
afterAll(() => folder.remove())

const questions = ['не приходят письма о заказе', 'что на парадной', 'как подключить новую почту', 'ht,fkfyc']
const answersOf = (index: SearchIndex) => questions.map((subject) => suggest(index, { subject }))

it('an index that a thread built and read answers as one that is read here', async () => {
  await indexing.publish()
  const version = await library.index.version()
  const [there, here] = [await indexing.load(version), await loadIndex(library, version)]
  // Before they are asked anything, for questions leave their marks in what is used again.
  const [{ matcher: _a, ...sent }, { matcher: _b, ...read }] = [there, here]
  expect(sent).toEqual(read)
  expect(answersOf(there)).toEqual(answersOf(here))
  expect(answersOf(there)[0]).not.toEqual([])
  expect(troubles).toEqual([])
})

it('before the first there is an empty one, and no thread', async () => {
  expect(answersOf(await indexing.load(undefined)).flat()).toEqual([])
})

it('what a thread cannot do is done here, and told', async () => {
  const lame = createIndexing('fs:', told)(library)
  const index = await lame.load(await library.index.version())
  expect(answersOf(index)[0]).not.toEqual([])
  expect(troubles).toHaveLength(1)
})
