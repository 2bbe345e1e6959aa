// A ticket on show whose history is long.
import { expect, it } from 'vitest'
import type { StaffHistoryEntry, StaffTicket } from '@bilet/shared/staff-replies'
import { createOpened } from '../src/models/opened.ts'

const at = '2026-03-04T09:00:00.000Z'
const entry = (seq: number): StaffHistoryEntry => ({
  kind: 'message',
  seq,
  id: String(seq),
  at,
  by: { kind: 'owner' },
  visibility: 'public',
  text: `${seq}`,
  attachments: [],
})
const picture = (id: string) => ({ id, name: 'a.png', type: 'image/png' as const, size: 1, width: 1, height: 1 })

/** A ticket of so many lines, told ten at a time. */
function longTicket(lines: number, before = lines): StaffTicket {
  const from = Math.max(0, before - 10)
  const history = Array.from({ length: before - from }, (_, index) => entry(from + index))
  return {
    ...({} as StaffTicket),
    id: 't1',
    version: lines,
    history,
    historyCursor: from > 0 ? String(from) : null,
    attachments: [picture(`p${from}`)],
  }
}

const open = async () => {
  const desk = { lines: 25 }
  const opened = createOpened({
    api: {
      ticket: async (_id, before) => ({ ok: true, value: longTicket(desk.lines, before ? Number(before) : undefined) }),
      patch: async () => ({ ok: true, value: longTicket(desk.lines) }),
      setTag: async () => ({ ok: true, value: undefined }),
    },
    isOwn: () => false,
  })
  await opened.open('t1')
  const lines = () => opened.ticket.value.value?.history.map(({ seq }) => seq)
  return { desk, opened, lines }
}

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)

it('begins with its end, and goes back page by page with the pictures of each', async () => {
  const { opened, lines } = await open()
  expect(lines()).toEqual(numbers(15, 25))
  await Promise.all([opened.earlier(), opened.earlier()])
  expect(lines()).toEqual(numbers(5, 25))
  await opened.earlier()
  await opened.earlier()
  expect(lines()).toEqual(numbers(0, 25))
  expect(opened.ticket.value.value?.attachments.map(({ id }) => id)).toEqual(['p15', 'p5', 'p0'])
})

it('keeps what was fetched when news come, and lets it go where a gap would lie between', async () => {
  const { desk, opened, lines } = await open()
  await opened.earlier()
  desk.lines = 27
  await opened.load()
  expect(lines()).toEqual(numbers(5, 27))
  desk.lines = 60
  await opened.patch({ tags: [] })
  expect(lines()).toEqual(numbers(50, 60))
})
