import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Storage, StorageValue } from 'unstorage'
import { createAttachments, unusedLifeMs } from './attachments.ts'
import { png, pngWithMetadata } from './image/test-pictures.ts'
import { createStorage } from '../storage/storage.ts'
import { openTestS3 } from '../storage/test-s3.ts'

const owner = { requesterId: 'user-1', shop: 'shop-1' }

const newId = () => crypto.randomUUID().replaceAll('-', '')

/** Attachments whose clock is set by the test. */
function openAttachments(storage: Storage) {
  const time = { now: Date.UTC(2025, 0, 1) }
  return { time, attachments: createAttachments(storage, { newId, clock: () => time.now }) }
}

async function store(attachments: ReturnType<typeof createAttachments>, bytes = png()): Promise<string> {
  const put = await attachments.put(bytes, 'Заказ.jpg', owner)
  if (put.outcome === 'refused') throw new Error(put.code)
  return put.attachment.id
}

/** The storage of a process that is killed when it begins one more write. */
function dyingAfter(writes: number, storage: Storage): Storage {
  let left = writes
  const write = (proceed: () => Promise<void>) => (left-- > 0 ? proceed() : Promise.reject(new Error('killed')))
  return {
    ...storage,
    setItem: (key: string, value: StorageValue) => write(() => storage.setItem(key, value)),
    setItemRaw: (key: string, value: unknown) => write(() => storage.setItemRaw(key, value)),
  }
}

let folder = ''
let s3: Awaited<ReturnType<typeof openTestS3>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilet-'))
  s3 = await openTestS3('bilet')
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await s3.close()
})

describe.each([
  ['memory', () => 'memory:'],
  ['a folder', (name: string) => `fs:${join(folder, name)}`],
  ['a bucket', (name: string) => s3.url(name)],
])('attachments in %s', (_engine, urlOf) => {
  const open = async (name: string) => openAttachments(await createStorage(urlOf(name)))

  test('a picture comes back clean, with its facts and its owner', async () => {
    const { attachments, time } = await open('back')
    const put = await attachments.put(pngWithMetadata, 'C:\\me\\Заказ.jpg', owner)
    const id = put.outcome === 'stored' ? put.attachment.id : ''
    const attachment = { id, name: 'Заказ.png', type: 'image/png', size: png().length, width: 8, height: 6 }
    expect(put).toEqual({ outcome: 'stored', attachment })
    expect(await attachments.find(id)).toMatchObject({ attachment, owner, storedAt: time.now })
    expect(await attachments.read(id)).toEqual(png())
  })

  test('what is refused leaves nothing behind', async () => {
    const storage = await createStorage(urlOf('refused'))
    const { attachments } = openAttachments(storage)
    const put = await attachments.put(png().slice(0, -1), 'a.png', owner)
    expect(put).toEqual({ outcome: 'refused', code: 'malformed_image' })
    expect(await storage.getKeys()).toEqual([])
  })

  test('a removed picture is gone, and removing it again is no error', async () => {
    const { attachments } = await open('removed')
    const [id, other] = [await store(attachments), await store(attachments)]
    await attachments.remove(id)
    await attachments.remove(id)
    expect([await attachments.find(id), await attachments.read(id)]).toEqual([null, null])
    expect(await attachments.read(other)).not.toBeNull()
  })

  test('ids that were never given out find nothing', async () => {
    const { attachments } = await open('strange')
    const id = await store(attachments)
    const strange = [
      '',
      'x',
      '..',
      `../facts/${id}`,
      `${id}?`,
      `${id}$`,
      `${id}:`,
      ` ${id}`,
      'a'.repeat(65),
      '\0',
      '__proto__',
    ]
    const found = await Promise.all(strange.map(async (one) => (await attachments.find(one)) ?? attachments.read(one)))
    expect(found.every((one) => one === null)).toBe(true)
    await Promise.all(strange.map((one) => attachments.remove(one)))
    expect(await attachments.read(id)).not.toBeNull()
  })

  test('after a month what is in no ticket is forgotten; the rest stays', async () => {
    const storage = await createStorage(urlOf('sweep'))
    const { attachments, time } = openAttachments(storage)
    const [used, unused, alsoUnused] = [await store(attachments), await store(attachments), await store(attachments)]
    time.now += unusedLifeMs
    const young = await store(attachments)
    time.now += 1
    const sweep = () => attachments.sweep(({ attachment }) => Promise.resolve(attachment.id === used))
    expect(await sweep()).toBe(2)
    const found = await Promise.all([used, unused, alsoUnused, young].map((id) => attachments.read(id)))
    expect(found.map((bytes) => bytes !== null)).toEqual([true, false, false, true])
    expect(await sweep()).toBe(0)
    expect(await storage.getKeys()).toHaveLength(5)
  })

  test("all of a person's pictures that were not looked into yet go with the person", async () => {
    const { attachments } = await open('person')
    const own = [await store(attachments), await store(attachments)]
    const put = await attachments.put(png(), 'a.png', { requesterId: 'user-2', shop: 'shop-1' })
    const other = put.outcome === 'stored' ? put.attachment.id : ''
    expect((await attachments.removeUnswept('user-1')).toSorted()).toEqual(own.toSorted())
    const found = await Promise.all([...own, other].map((id) => attachments.find(id)))
    expect(found.map((picture) => picture !== null)).toEqual([false, false, true])
  })

  test.each([0, 1, 2])('what a crash after %i writes left is no picture, and is forgotten too', async (writes) => {
    const storage = await createStorage(urlOf(`crash-${writes}`))
    const { attachments, time } = openAttachments(dyingAfter(writes, storage))
    await expect(store(attachments)).rejects.toThrow('killed')
    const left = await storage.getKeys()
    expect(left).toHaveLength(writes)
    const { attachments: revived, time: later } = openAttachments(storage)
    later.now = time.now + unusedLifeMs + 1
    expect(await Promise.all(left.map((key) => revived.find(key.slice(-32))))).toEqual(left.map(() => null))
    expect(await revived.sweep(() => Promise.resolve(false))).toBe(Math.min(writes, 1))
    expect(await storage.getKeys()).toEqual([])
  })
})

test('a file that lost its end on disk is not given out', async () => {
  const { attachments } = openAttachments(await createStorage(`fs:${join(folder, 'torn')}`))
  const id = await store(attachments)
  const [file = ''] = await readdir(join(folder, 'torn/attachments/bytes'))
  await truncate(join(folder, 'torn/attachments/bytes', file), 50)
  expect(await attachments.read(id)).toBeNull()
})

test('a bucket is listed to its end, and only under the given folder', async () => {
  const [storage, neighbour] = [await createStorage(s3.url('listed')), await createStorage(s3.url('listed-too'))]
  const keys = ['a:1', 'a:2', 'a:3&<', 'a:й', 'a:5', 'b:1']
  await Promise.all([...keys.map((key) => storage.setItem(key, 'x')), neighbour.setItem('a:9', 'x')])
  expect((await storage.getKeys('a')).toSorted()).toEqual(keys.slice(0, 5).toSorted())
  expect((await storage.getKeys()).toSorted()).toEqual(keys.toSorted())
})

test('a bucket that is not there says so in writing', async () => {
  const storage = await createStorage(s3.url('', 'elsewhere'))
  await expect(storage.setItem('a', 'x')).rejects.toThrow('storage unavailable')
})
