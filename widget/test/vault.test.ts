// In jsdom there is no IndexedDB: the vault as a page has it whose browser keeps nothing. The rest is in e2e.
import { expect, test } from 'vitest'
import { createPictureKeep } from '../src/panel/models/picture-keep.ts'
import { createVault } from '../src/panel/models/vault.ts'

const openKeep = (scope = () => 'guest') => {
  const vault = createVault(
    () => indexedDB,
    () => 'bilet:guest',
  )
  return createPictureKeep(vault, scope)
}

const png = (text: string) => new File([text], `${text}.png`, { type: 'image/png' })

test('a browser that keeps nothing says so, and the page still has its pictures', async () => {
  const keep = openKeep()
  expect(await keep.put('draft', { key: '2', name: 'b.png', file: png('b') })).toBe(false)
  await keep.put('draft', { key: '1', name: 'a.png', file: png('a') })
  const found = await keep.list('draft')
  expect(found.map(({ name, file }) => [name, file.type])).toEqual([
    ['a.png', 'image/png'],
    ['b.png', 'image/png'],
  ])
})

test('a picture that was taken off is gone, and the others stay', async () => {
  const keep = openKeep()
  for (const key of ['1', '2']) await keep.put('draft', { key, name: key, file: png(key) })
  await keep.put('other', { key: '1', name: 'other', file: png('other') })
  await keep.remove('draft', '1')
  expect((await keep.list('draft')).map(({ key }) => key)).toEqual(['2'])
  await keep.remove('draft')
  expect(await keep.list('draft')).toEqual([])
  expect(await keep.list('other')).toHaveLength(1)
})

test('one owner’s pictures are not another’s', async () => {
  let scope = 'user:a:shop:vera'
  const keep = openKeep(() => scope)
  await keep.put('draft', { key: '1', name: 'a', file: png('a') })
  scope = 'user:a:shop:igor'
  expect(await keep.list('draft')).toEqual([])
})
