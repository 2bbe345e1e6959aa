// The list under an agent's hand while the desk goes on.
import { expect, it } from 'vitest'
import type { Query } from '../src/api.ts'
import { createQueue } from '../src/models/queue.ts'
import type { Row } from '../src/models/replies.ts'

const at = '2026-03-04T09:00:00Z'

const row = (number: number, change: Partial<Row> = {}): Row => ({
  id: `t${number}`,
  number,
  version: 1,
  status: 'new',
  department: 'technical',
  suggestedDepartment: null,
  assignee: null,
  tags: [],
  subject: `Вопрос ${number}`,
  excerpt: '',
  locale: 'ru',
  requester: {
    id: 'u',
    issuer: 'i',
    subject: 'u',
    shop: 's',
    plan: 'standard',
    verified: true,
    email: null,
    name: null,
  },
  verified: true,
  submittedAt: at,
  updatedAt: at,
  reactionDueAt: at,
  reactedAt: null,
  reaction: 'pending',
  awaiting: 'staff',
  lastOwnerAt: at,
  lastStaffAt: null,
  extendedUntil: null,
  unreadByStaff: true,
  ...change,
})

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** A desk whose list of tickets can be changed; its pages are as long as they are asked for. */
async function open(tickets: Row[]) {
  const desk = { tickets, asked: [] as Query[] }
  const queue = createQueue({
    list: (query) => {
      desk.asked.push(query)
      const from = Number(query['cursor'] ?? 0)
      const to = from + Number(query['limit'])
      const nextCursor = to < desk.tickets.length ? String(to) : null
      return Promise.resolve({ ok: true, value: { items: desk.tickets.slice(from, to), nextCursor } })
    },
  })
  await queue.open({ awaiting: 'staff' })
  return { desk, queue }
}

const shown = ({ items }: { items: { value: Row[] } }) => items.value.map(({ number }) => number)

it('what is new waits to be asked in, and nothing moves', async () => {
  const { desk, queue } = await open([row(2), row(3)])
  desk.tickets = [row(1), row(2), row(3)]
  await queue.look()
  expect(shown(queue)).toEqual([2, 3])
  expect(queue.fresh.value).toEqual(['t1'])
  await queue.load()
  expect(shown(queue)).toEqual([1, 2, 3])
  expect(queue.fresh.value).toEqual([])
})

it('a ticket that no longer belongs here is shown as gone, in its place', async () => {
  const { desk, queue } = await open([row(1), row(2), row(3)])
  desk.tickets = [row(1), row(3)]
  await queue.look()
  expect(shown(queue)).toEqual([1, 2, 3])
  expect([...queue.gone.value]).toEqual(['t2'])
})

it('a line says at once what an event tells of its ticket', async () => {
  const { queue } = await open([row(1), row(2)])
  const news = { id: 't2', number: 2, subject: 'Вопрос 2', plan: 'standard' as const, department: 'sales' }
  queue.hear({ ...news, status: 'in_progress', assignee: 'Анна', version: 2 })
  expect(queue.items.value[1]).toMatchObject({ status: 'in_progress', assignee: 'Анна', department: 'sales' })
  queue.hear({ ...news, status: 'new', assignee: null, version: 1 })
  expect(queue.items.value[1]).toMatchObject({ assignee: 'Анна' })
})

it('pages come as they are scrolled to, none twice', async () => {
  const { queue } = await open(numbers(1, 120).map((number) => row(number)))
  await Promise.all([queue.more(), queue.more()])
  await queue.more()
  await queue.more()
  expect(shown(queue)).toEqual(numbers(1, 120))
})

it('keys move along the list and stop at its ends; a new page keeps the line', async () => {
  const { queue } = await open([row(1), row(2), row(3)])
  expect(queue.current.value).toBe('t1')
  expect(queue.step(-1)).toBe('t1')
  expect(queue.step(1)).toBe('t2')
  await queue.load()
  expect(queue.current.value).toBe('t2')
  expect(queue.step(5)).toBe('t3')
})
