import { expect, test } from 'vitest'
import { createStorage } from '../storage/storage.ts'
import { temporaryFolder } from '../../test/support/temporary-folder.ts'
import { createBuildStore } from './build-store.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const file = (path: string, code: string) => ({ path, bytes: () => Promise.resolve(bytesOf(code)) })
const day = 24 * 60 * 60 * 1000

async function opened() {
  const folder = temporaryFolder()
  let now = Date.parse('2026-03-04T09:00:00Z')
  const storage = await createStorage(`fs:${folder.path}`)
  const builds = createBuildStore(storage, { clock: () => now })
  const read = async (path: string) => {
    const bytes = await builds.find(path)
    return bytes && new TextDecoder().decode(bytes)
  }
  const close = () => Promise.resolve(folder.remove())
  return { storage, builds, read, pass: (ms: number) => (now += ms), [Symbol.asyncDispose]: close }
}

test('a page of the build before finds its chunks, also those whose names differ by case alone', async () => {
  await using desk = await opened()
  await desk.builds.publish([file('panel/a-abcd.js', 'one'), file('panel/a-ABCD.js', 'two')])
  await desk.builds.publish([file('panel/0123abcd/a.js', 'three')])
  expect(await desk.read('panel/a-abcd.js')).toBe('one')
  expect(await desk.read('panel/a-ABCD.js')).toBe('two')
  expect(await desk.read('panel/0123abcd/a.js')).toBe('three')
})

test('only what never changes under its name is kept', async () => {
  await using desk = await opened()
  await desk.builds.publish([file('bilet.js', 'now'), file('panel.js', 'now'), file('v/0123456789ab/bilet.js', 'then')])
  expect(await desk.read('bilet.js')).toBeNull()
  expect(await desk.read('panel.js')).toBeNull()
  expect(await desk.read('v/0123456789ab/bilet.js')).toBe('then')
})

test('what pages still ask for stays, however old; the rest is forgotten after ninety days', async () => {
  await using desk = await opened()
  await desk.builds.publish([file('panel/used-1.js', 'used'), file('panel/left-1.js', 'left')])
  desk.pass(60 * day)
  expect(await desk.read('panel/used-1.js')).toBe('used')
  expect(await desk.builds.sweep()).toBe(0)
  desk.pass(40 * day)
  expect(await desk.read('panel/used-1.js')).toBe('used')
  expect(await desk.builds.sweep()).toBe(1)
  expect(await desk.read('panel/left-1.js')).toBeNull()
  expect(await desk.read('panel/used-1.js')).toBe('used')
  expect(await desk.storage.getKeys('builds')).toHaveLength(2)
})

test('a chunk that is not what was stored is not handed to a page', async () => {
  await using desk = await opened()
  await desk.builds.publish([file('panel/a-abcd.js', 'one')])
  const [key = ''] = await desk.storage.getKeys('builds:bytes')
  await desk.storage.setItemRaw(key, bytesOf('other'))
  expect(await desk.read('panel/a-abcd.js')).toBeNull()
})
