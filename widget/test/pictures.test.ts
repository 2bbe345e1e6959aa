import { expect, test, vi } from 'vitest'
import type { AttachmentReply } from '@bilet/shared/replies'
import { fail, succeed } from '../src/panel/models/answer.ts'
import { createPictures } from '../src/panel/models/pictures.ts'

const png = (size = 3) => new File([new Uint8Array(size)], 'screen.png', { type: 'image/png' })

function openPictures() {
  let arrived: AttachmentReply[] = []
  let isDown = false
  let sent = 0
  const pictures = createPictures(
    async (file, name) => {
      sent++
      if (isDown) return fail('offline')
      return succeed({ id: `a${sent}`, name, type: 'image/png', size: file.size, width: 1, height: 1 })
    },
    { get: () => arrived, set: (list) => void (arrived = list) },
  )
  const ids = () => arrived.map(({ id }) => id)
  return { pictures, ids, sent: () => sent, setDown: (down: boolean) => void (isDown = down) }
}

test('a picture that arrived is in the draft', async () => {
  const { pictures, ids } = openPictures()
  pictures.add([png()])
  await vi.waitFor(() => expect(ids()).toEqual(['a1']))
  expect(pictures.uploads.value).toEqual([])
})

test('a picture that did not arrive stays, and can be sent again', async () => {
  const { pictures, ids, setDown } = openPictures()
  setDown(true)
  pictures.add([png()])
  await vi.waitFor(() => expect(pictures.uploads.value[0]?.failure?.code).toBe('offline'))
  setDown(false)
  pictures.retry(pictures.uploads.value[0]?.key ?? '')
  await vi.waitFor(() => expect(ids()).toEqual(['a2']))
})

test('a picture taken off comes back', async () => {
  const { pictures, ids } = openPictures()
  pictures.add([png()])
  await vi.waitFor(() => expect(ids()).toEqual(['a1']))
  pictures.remove({ id: 'a1', name: '', type: 'image/png', size: 3, width: 1, height: 1 })
  expect(ids()).toEqual([])
  pictures.undo()
  expect(ids()).toEqual(['a1'])
})

test.each([
  [new File(['x'], 'a.gif', { type: 'image/gif' }), 'unsupported_media_type'],
  [png(10 * 1024 * 1024 + 1), 'too_large'],
])('what the desk would refuse is not sent', async (file, code) => {
  const { pictures, sent } = openPictures()
  pictures.add([file])
  await vi.waitFor(() => expect(pictures.uploads.value[0]?.failure?.code).toBe(code))
  expect(sent()).toBe(0)
})

test('no more pictures are taken than a ticket holds', async () => {
  const { pictures, ids } = openPictures()
  pictures.add(Array.from({ length: 12 }, () => png()))
  await vi.waitFor(() => expect(ids()).toHaveLength(10))
})
