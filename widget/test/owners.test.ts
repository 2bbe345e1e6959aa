// One owner's words and tickets are never another's, whenever the page says who it is, and none is lost meanwhile.
import { expect, test, vi } from 'vitest'
import { blankDraft } from '../src/panel/models/draft-fields.ts'
import { joinDrafts } from '../src/panel/models/merge.ts'
import { createReply } from '../src/panel/models/reply.ts'
import { blankReply } from '../src/panel/models/reply-fields.ts'
import type { ReplyFields } from '../src/panel/models/reply-fields.ts'
import { createTickets } from '../src/panel/models/tickets.ts'
import type { TicketPage } from '../src/panel/models/tickets.ts'
import { succeed } from '../src/panel/models/answer.ts'
import { writingOf } from '../src/panel/models/writing.ts'
import { openDesk, tokenOf } from './open-desk.ts'
import { createSupportDesk } from './support-desk.ts'

const server = createSupportDesk()
const tokenUrl = 'https://shop.example/token'
const late = { token: undefined, tokenUrl, server }
const unnamed = (): Record<string, unknown> => JSON.parse(localStorage.getItem('bilet:user:new') ?? '{}')

test('words before the token stay in their field, whatever another tab does, and are kept once', async () => {
  const { desk } = await openDesk(late)
  for (const subject of ['П', 'Пи', 'Писма', 'Письма']) desk.draft.set({ subject })
  desk.draft.pull()
  expect(desk.draft.fields.value.subject).toBe('Письма')
  expect(Object.keys(unnamed())).toHaveLength(1)
  await desk.session.token()
  expect(desk.draft.fields.value.subject).toBe('Письма')
})

test('what was thrown away before the token does not come back with it', async () => {
  const { desk, actions } = await openDesk(late)
  desk.draft.set({ subject: 'Письма' })
  actions.discard()
  expect(unnamed()).toEqual({})
  await desk.session.token()
  expect(desk.draft.hasWords.value).toBe(false)
})

test('while the page cannot say who its owner is, their words are nobody else’s', async () => {
  const failing = { ...late, fetchToken: async () => undefined }
  const before = await openDesk({ server })
  before.desk.draft.set({ description: 'Было раньше' })
  const { desk } = await openDesk(failing)
  desk.draft.set({ subject: 'Письма' })
  await desk.session.token()
  expect(desk.session.trouble.value).toBe('sign_in_unavailable')
  desk.session.identify({ token: tokenOf('vera') })
  expect(desk.draft.fields.value).toMatchObject({ subject: 'Письма', description: 'Было раньше' })
  const again = await openDesk(failing)
  again.desk.draft.set({ subject: 'Мои дела' })
  const guest = await openDesk({ server, token: null })
  expect(guest.desk.draft.hasWords.value).toBe(false)
})

test('what one owner threw away is no other’s to take back', async () => {
  const { desk, actions } = await openDesk({ server })
  desk.draft.set({ subject: 'Мой заказ' })
  actions.discard()
  expect(actions.ended.value).not.toBeNull()
  desk.session.identify({ token: tokenOf('igor') })
  expect(actions.ended.value).toBeNull()
})

test('a page of tickets that comes late is not shown to whoever came meanwhile', async () => {
  const item = { id: 'a' } as unknown as TicketPage['items'][number]
  const pages: ((page: TicketPage) => void)[] = []
  const tickets = createTickets({
    list: () => new Promise((resolve) => pages.push((page) => resolve(succeed(page)))),
    unread: async () => succeed({ unread: 0 }),
    markRead: async () => succeed({}),
    now: () => 0,
  })
  const first = tickets.load()
  pages[0]?.({ items: [item], nextCursor: 'next' })
  await first
  const more = tickets.more()
  tickets.forget()
  pages[1]?.({ items: [item], nextCursor: null })
  await more
  expect(tickets.page.value.value).toBeUndefined()
})

test('a press sends the draft that was pressed for, and no other that takes its place', async () => {
  const own = createSupportDesk()
  const vera = await openDesk({ server: own })
  vera.desk.draft.set({ subject: 'Черновик, который никто не отправлял' })
  const { desk } = await openDesk({ server: own, token: null })
  const { form } = writingOf(desk)
  await vi.waitFor(() => expect(desk.support.reply.value).not.toBeNull())
  desk.draft.set({ subject: 'Сколько стоит баннер?', kind: 'question', email: 'gost@example.ru', department: 'sales' })
  const sending = form.send()
  desk.session.identify({ token: tokenOf('vera') })
  await sending
  expect(own.tickets.size).toBe(0)
})

test('words beside a ticket that waits to be sent are the next draft’s', () => {
  const pending = { bodies: [], isQueued: true, unsent: null }
  const there = { ...blankDraft, key: '2', subject: 'Ждёт сети', pending }
  const words = { ...blankDraft, key: '1', subject: 'Ещё вопрос' }
  expect(joinDrafts(there, words)).toEqual({ ...there, rest: [words] })
})

test('what a page offers is no draft before its panel is opened', async () => {
  const { desk, actions } = await openDesk({ ...late, isStarted: false })
  void actions.prefill({ subject: 'Заказ 3' })
  await desk.session.token()
  await Promise.resolve()
  expect(unnamed()).toEqual({})
  expect(desk.draft.hasWords.value).toBe(false)
  desk.start()
  await vi.waitFor(() => expect(desk.draft.fields.value.subject).toBe('Заказ 3'))
})

test('words that come while a ticket is being sent wait in it', async () => {
  const own = createSupportDesk()
  const { fetch } = own
  let answer: () => void = () => undefined
  const isLooked = new Promise<void>((resolve) => (answer = resolve))
  own.fetch = async (input, init) => {
    if (init?.method === 'POST' && new Request(input).url.endsWith('/v1/tickets')) await isLooked
    return fetch(input, init)
  }
  const { desk } = await openDesk({ server: own })
  const { form } = writingOf(desk)
  await vi.waitFor(() => expect(desk.support.reply.value).not.toBeNull())
  desk.draft.set({ subject: 'Сколько стоит баннер?', kind: 'question', department: 'sales' })
  const sending = form.sendAsIs()
  await vi.waitFor(() => expect(desk.submission.state.value.step).toBe('sending'))
  desk.draft.set({ description: 'И на какой срок?' })
  answer()
  await sending
  expect(desk.router.view.value).toMatchObject({ name: 'sent', isLate: true })
  expect(JSON.stringify(localStorage)).toContain('И на какой срок?')
  expect(desk.draft.hasWords.value).toBe(false)
})

test('a reply that is typed in two tabs, or on while it is sent, loses no word', async () => {
  let kept: ReplyFields | null = null
  let answer: () => void = () => undefined
  const open = () => {
    const reply = createReply({
      send: () => new Promise((resolve) => (answer = () => resolve(succeed({})))),
      deliver: async () => null,
      read: () => kept,
      write: (_, next) => void (kept = next),
    })
    reply.open('t')
    return reply
  }
  const [one, other] = [open(), open()]
  one.set({ text: 'Из первой' })
  other.set({ text: 'Из второй' })
  one.open('t')
  expect(one.fields.value.text).toContain('Из первой')
  expect(one.fields.value.text).toContain('Из второй')
  one.set({ text: 'Готово?' })
  const sending = one.send()
  await vi.waitFor(() => expect(one.isSending.value).toBe(true))
  await Promise.resolve()
  one.set({ text: 'Готово? И ещё' })
  await vi.waitFor(() => (answer(), expect(one.isSending.value).toBe(false)))
  await sending
  expect(one.fields.value).toEqual({ ...blankReply, text: 'И ещё' })
})
