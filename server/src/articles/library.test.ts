import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Article } from '@bilet/shared/article'
import { createStorage } from '../storage/storage.ts'
import { createLibrary } from './library.ts'
import { collect } from '../util/collect.ts'

const now = Date.UTC(2026, 5, 1)
const clock = () => now

async function onDisk() {
  const folder = await mkdtemp(join(tmpdir(), 'bilet-library-'))
  onTestFinished(async () => rm(folder, { recursive: true, force: true }))
  const open = async () => createLibrary(await createStorage(`fs:${folder}`), { clock })
  return { library: await open(), reopen: open }
}

const article = (id: string, title = 'Оплата'): Article => ({
  id,
  title,
  lang: 'ru',
  url: '',
  blocks: [
    { type: 'heading', level: 2, id: 'chek', children: [{ type: 'text', text: 'Чек' }] },
    {
      type: 'paragraph',
      children: [
        { type: 'strong', children: [{ type: 'text', text: 'Приходит' }] },
        { type: 'text', text: ' сам' },
      ],
    },
  ],
  updatedAt: '2026-05-01T00:00:00.000Z',
})
const origin = { source: 'docs', hash: 'one' }

test.each([
  'orders/return',
  'orders:return',
  '123',
  'a?b=c',
  '../../etc/passwd',
  '__proto__',
  'Оплата картой',
  'a\\b',
  '%2F',
  'NUL',
])('an article called %s is kept as it is, also after a restart', async (id) => {
  const { library, reopen } = await onDisk()
  await library.put(article(id), origin)
  expect(await (await reopen()).get(id)).toEqual(article(id))
})

test('ids that storages take for one are two articles', async () => {
  const { library } = await onDisk()
  await library.put(article('a/b', 'Первая'), origin)
  await library.put(article('a:b', 'Вторая'), origin)
  expect((await library.list()).map(({ title }) => title)).toEqual(['Первая', 'Вторая'])
})

test('an id that was never stored, or was removed, is not there', async () => {
  const { library } = await onDisk()
  await library.put(article('a'), origin)
  await library.remove('a')
  await library.remove('b')
  expect([await library.get('a'), await library.get('b'), await library.list()]).toEqual([undefined, undefined, []])
})

test('search reads headings and words, a block a line', async () => {
  const { library } = await onDisk()
  await library.put(article('a'), origin)
  expect(await collect(library.documents())).toEqual([
    { id: 'a', title: 'Оплата', url: '', lang: 'ru', headings: ['Чек'], body: 'Чек\nПриходит сам' },
  ])
})
