// Read by the thread itself, as in production.
import { deflateSync } from 'node:zlib'
import { afterAll, expect, it } from 'vitest'
import { png, pngChunk, pngHeader, pngOf, pngWithMetadata } from '../attachments/image/test-pictures.ts'
import { StorageError } from '../database/database.ts'
import { createReading } from './reading.ts'

const troubles: unknown[] = []
const { readers, stop } = createReading((error) => troubles.push(error))
afterAll(stop)

const form = (file: Uint8Array) =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n'),
      file,
      Buffer.from('\r\n--x--'),
    ]),
  )

it('an upload goes through it, from the form to the clean picture', async () => {
  const bytes = form(pngWithMetadata)
  const parts = await readers.readForm(bytes, 'x')
  expect(parts).toMatchObject([{ name: 'file', fileName: 'a.png' }])
  expect(bytes).toHaveLength(0)
  const file = parts?.[0]?.body ?? new Uint8Array()
  expect(file).toEqual(pngWithMetadata)
  expect(await readers.cleanPicture(file)).toMatchObject({ outcome: 'clean', picture: { bytes: png() } })
})

it('a text comes back as its tree', async () => {
  const read = await readers.readBlocks({ id: 'a', title: 'А', markdown: 'Да' })
  expect(read).toEqual({ blocks: [{ type: 'paragraph', children: [{ type: 'text', text: 'Да' }] }] })
})

it('others are served while a picture of 80 MB is looked at', async () => {
  const data = deflateSync(Buffer.alloc((5_000 * 4 + 1) * 4_000))
  const bytes = new Uint8Array(pngOf(pngHeader(5_000, 4_000), pngChunk('IDAT', data), pngChunk('IEND')))
  const order: string[] = []
  const reading = readers.cleanPicture(bytes).finally(() => order.push('picture'))
  for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve))
  order.push('others')
  expect(await reading).toMatchObject({ outcome: 'clean' })
  expect(order).toEqual(['others', 'picture'])
})

it('what breaks it is refused, told, and keeps nobody else out', async () => {
  const broken = await readers.readBlocks({ id: 1 as never, title: 'А', markdown: 'Да' })
  expect(broken).toMatchObject({ issues: [{ code: 'unreadable' }] })
  expect(troubles).toHaveLength(1)
  expect(await readers.readForm(form(png()), 'x')).toHaveLength(1)
})

it('so many may wait, and no more', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 40 }, () => readers.cleanPicture(new Uint8Array(png()))))
  const refused = asked.filter((one) => one.status === 'rejected')
  expect(refused).toHaveLength(8)
  for (const { reason } of refused) expect(reason).toBeInstanceOf(StorageError)
})

it('a thread that has nothing to read ends, and another reads what comes later', async () => {
  const brief = createReading((error) => troubles.push(error), { endAfterMs: 0 })
  const text = { id: 'a', title: 'А', markdown: 'Да' }
  const told = troubles.length
  for (let time = 0; time < 3; time++) {
    expect(await brief.readers.readBlocks(text)).toMatchObject({ blocks: [{ type: 'paragraph' }] })
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  expect(troubles).toHaveLength(told)
  await brief.stop()
})
