import { writeFile, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { emptyLibrary, folderOf, importTo } from './test-import.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const demo = here('../../../demo/docs')

const line = (id: string) => JSON.stringify({ id, title: id, body: 'Текст' })
const fileOf = async (...lines: string[]) => `${await folderOf({ 'docs.jsonl': lines.join('\n') })}/docs.jsonl`

const ids = (entries: { id: string }[]) => entries.map(({ id }) => id)

test('what did not change is left alone, what did is replaced', async () => {
  const folder = await folderOf({ 'a.md': 'Раз', 'b.md': 'Два' })
  const library = await emptyLibrary()
  await importTo(library, folder, { clock: () => Date.UTC(2026, 0, 1) })
  await writeFile(`${folder}/b.md`, 'Два с половиной')
  const { report } = await importTo(library, folder, { clock: () => Date.UTC(2026, 0, 2) })
  expect(report).toMatchObject({ added: 0, changed: 1, unchanged: 1 })
  expect((await library.list()).map(({ updatedAt }) => updatedAt.slice(0, 10))).toEqual(['2026-01-01', '2026-01-02'])
})

test('articles that are gone stay until pruning is asked for', async () => {
  const folder = await folderOf({ 'a.md': 'Раз', 'b.md': 'Два' })
  const library = await emptyLibrary()
  await importTo(library, folder)
  await rm(`${folder}/b.md`)
  expect((await importTo(library, folder)).report.removed).toEqual([])
  expect((await importTo(library, folder, { prune: true })).report.removed).toEqual(['b'])
  expect(ids(await library.list())).toEqual(['a'])
})

test('pruning one set leaves the articles of another', async () => {
  const library = await emptyLibrary()
  await importTo(library, await folderOf({ 'faq.md': 'Раз' }), { set: 'faq' })
  const { report } = await importTo(library, await folderOf({ 'guide.md': 'Два' }), { prune: true })
  expect(report.removed).toEqual([])
  expect(ids(await library.list())).toEqual(['faq', 'guide'])
})

test('nothing is pruned when a document could not be told', async () => {
  const library = await emptyLibrary()
  await importTo(library, await fileOf(line('a'), line('b')))
  const { report } = await importTo(library, await fileOf(line('a'), '{"id":"b"'), { prune: true })
  expect(report).toMatchObject({ removed: [], pruned: false })
})

test.each(['nowhere', 'package.json'])('%s is refused in a line', async (target) => {
  await expect(importTo(await emptyLibrary(), target)).rejects.toThrow(`${target}: `)
})

test('a folder without documentation is refused in a line', async () => {
  await expect(importTo(await emptyLibrary(), await folderOf({ 'a.txt': '' }), { prune: true })).rejects.toThrow(
    'no Markdown',
  )
})

test('the demo documentation is imported whole, its links lead to its own articles', async () => {
  const { library, troubles } = await importTo(await emptyLibrary(), demo)
  expect(troubles).toEqual([])
  const known = new Set(ids(await library.list()))
  expect(known.size).toBeGreaterThanOrEqual(40)
  const articles = await Promise.all([...known].map((id) => library.get(id)))
  const targets = JSON.stringify(articles).matchAll(/"articleId":"([^"]+)"/gu)
  expect([...targets].map(([, id]) => id).filter((id) => !known.has(id ?? ''))).toEqual([])
  expect(articles.filter((article) => !article?.section || article.lang !== 'ru')).toEqual([])
})
