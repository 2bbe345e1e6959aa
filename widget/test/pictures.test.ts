import { waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import type { AttachmentReply } from '@bilet/shared/replies'
import { fail, succeed } from '../src/panel/models/answer.ts'
import { createPictures, isWorthRetrying, ownBytes } from '../src/panel/models/pictures.ts'

const png = (size = 3) => new File([new Uint8Array(size)], 'screen.png', { type: 'image/png' })

function openPictures() {
  let arrived: AttachmentReply[] = []
  let isDown = false
  let sent = 0
  const pictures = createPictures(
    {
      prepare: async (file) => (file.type === 'image/png' ? succeed(file) : fail('not_a_picture')),
      send: async (file, name) => {
        sent++
        if (isDown) return fail('offline')
        return succeed({ id: `a${sent}`, name, type: 'image/png', size: file.size, width: 1, height: 1 })
      },
    },
    { get: () => arrived, set: (list) => void (arrived = list) },
  )
  const ids = () => arrived.map(({ id }) => id)
  return { pictures, ids, sent: () => sent, setDown: (down: boolean) => void (isDown = down) }
}

test('a picture that arrived is in the draft', async () => {
  const { pictures, ids } = openPictures()
  pictures.add([png()])
  await waitFor(() => expect(ids()).toEqual(['a1']))
  expect(pictures.uploads.value).toEqual([])
})

test('a picture that did not arrive stays, and can be sent again', async () => {
  const { pictures, ids, setDown } = openPictures()
  setDown(true)
  pictures.add([png()])
  await waitFor(() => expect(pictures.uploads.value[0]?.failure?.code).toBe('offline'))
  setDown(false)
  pictures.retry(pictures.uploads.value[0]?.key ?? '')
  await waitFor(() => expect(ids()).toEqual(['a2']))
})

test('a picture taken off comes back', async () => {
  const { pictures, ids } = openPictures()
  pictures.add([png()])
  await waitFor(() => expect(ids()).toEqual(['a1']))
  pictures.remove({ id: 'a1', name: '', type: 'image/png', size: 3, width: 1, height: 1 })
  expect(ids()).toEqual([])
  pictures.undo()
  expect(ids()).toEqual(['a1'])
})

test('what is no picture is not sent, and trying again is not offered', async () => {
  const { pictures, sent } = openPictures()
  pictures.add([new File(['x'], 'invoice.pdf', { type: 'application/pdf' })])
  await waitFor(() => expect(pictures.uploads.value[0]?.failure?.code).toBe('not_a_picture'))
  expect(isWorthRetrying(pictures.uploads.value[0]?.failure ?? { code: 'offline', issues: [] })).toBe(false)
  expect(sent()).toBe(0)
})

test('a changed picture takes the place of the first one, for which there is no way back', async () => {
  const { pictures, ids } = openPictures()
  pictures.add([png()])
  await waitFor(() => expect(ids()).toEqual(['a1']))
  expect(ownBytes('a1')).toBeDefined()
  pictures.change('a1', png(2))
  await waitFor(() => expect(ids()).toEqual(['a2']))
  expect(ownBytes('a1')).toBeUndefined()
  expect(pictures.removed.value).toBeNull()
})

test('a picture that arrived while it was edited is changed all the same', async () => {
  const { pictures, ids } = openPictures()
  pictures.add([png()])
  const key = pictures.uploads.value[0]?.key ?? ''
  await waitFor(() => expect(ids()).toEqual(['a1']))
  pictures.change(key, png(2))
  await waitFor(() => expect(ids()).toEqual(['a2']))
})

test('no more pictures are taken than a ticket holds', async () => {
  const { pictures, ids } = openPictures()
  pictures.add(Array.from({ length: 12 }, () => png()))
  await waitFor(() => expect(ids()).toHaveLength(10))
  expect(pictures.leftOut.value).toBe(2)
})
