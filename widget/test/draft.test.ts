import { describe, expect, test, vi } from 'vitest'
import { openDesk, tokenOf } from './open-desk.ts'
import { createSupportDesk } from './support-desk.ts'

const server = createSupportDesk()

test('what was written is there at the next visit', async () => {
  const first = await openDesk({ server })
  first.desk.draft.set({ subject: 'Письма', steps: ['Открыли заказ', ''] })
  const next = await openDesk({ server })
  expect(next.desk.draft.fields.value).toMatchObject({ subject: 'Письма', steps: ['Открыли заказ', ''] })
})

test('two tabs that write different fields keep both', async () => {
  const one = await openDesk({ server })
  const other = await openDesk({ server })
  one.desk.draft.set({ subject: 'Письма' })
  other.desk.draft.set({ description: 'Не приходят' })
  one.desk.draft.pull()
  for (const { desk } of [one, other])
    expect(desk.draft.fields.value).toMatchObject({ subject: 'Письма', description: 'Не приходят' })
})

test('two tabs that write the same field lose no word', async () => {
  const one = await openDesk({ server })
  const other = await openDesk({ server })
  one.desk.draft.set({ description: 'Из первой вкладки' })
  other.desk.draft.set({ description: 'Из второй' })
  expect(other.desk.draft.fields.value.description).toContain('Из первой вкладки')
  expect(other.desk.draft.fields.value.description).toContain('Из второй')
})

test('a field that was emptied stays empty in the other tab', async () => {
  const one = await openDesk({ server })
  one.desk.draft.set({ description: 'Не приходят', subject: 'Письма' })
  const other = await openDesk({ server })
  one.desk.draft.set({ description: '' })
  other.desk.draft.pull()
  expect(other.desk.draft.fields.value).toMatchObject({ description: '', subject: 'Письма' })
})

test('the next owner at the same computer finds nothing', async () => {
  const { desk } = await openDesk({ server, token: tokenOf('vera') })
  desk.draft.set({ description: 'Мой заказ' })
  desk.session.identify({ token: tokenOf('igor') })
  expect(desk.draft.fields.value.description).toBe('')
  desk.session.identify({ token: tokenOf('vera') })
  expect(desk.draft.fields.value.description).toBe('')
  expect(JSON.stringify(localStorage)).not.toContain('Мой заказ')
})

test('the same id in another shop may be somebody else: nothing is left for them on the device', async () => {
  const tea = await openDesk({ server, token: tokenOf('1', 'tea') })
  tea.desk.draft.set({ description: 'О чае' })
  const again = await openDesk({ server, token: tokenOf('1', 'tea') })
  expect(again.desk.draft.fields.value.description).toBe('О чае')
  const coffee = await openDesk({ server, token: tokenOf('1', 'coffee') })
  expect(coffee.desk.draft.fields.value.description).toBe('')
  expect(JSON.stringify(localStorage)).not.toContain('О чае')
})

test('an update keeps what its owner has written: earlier versions did not write the shop', async () => {
  const before = await openDesk({ server, token: tokenOf('vera') })
  before.desk.draft.set({ description: 'О чае' })
  const key = Object.keys(localStorage).find((name) => name.endsWith('user:last')) ?? ''
  const [, issuer, , user] = JSON.parse(localStorage.getItem(key) ?? '').split(':')
  localStorage.setItem(key, JSON.stringify(`${issuer}:${user}`))
  const after = await openDesk({ server, token: tokenOf('vera') })
  expect(after.desk.draft.fields.value.description).toBe('О чае')
})

test('a guest who signs in takes the words along', async () => {
  const { desk } = await openDesk({ server, token: null })
  desk.draft.set({ description: 'Как оплатить' })
  desk.session.identify({ token: tokenOf('vera') })
  expect(desk.draft.fields.value.description).toBe('Как оплатить')
})

test('signing out leaves a blank sheet', async () => {
  const { desk } = await openDesk({ server })
  desk.draft.set({ description: 'Мой заказ' })
  desk.session.identify(null)
  expect(desk.draft.fields.value.description).toBe('')
})

test('a page that closes its storage still takes the words, and says that it cannot keep them', async () => {
  const { desk } = await openDesk({ server })
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  desk.draft.set({ description: 'Не приходят' })
  expect(desk.draft.fields.value.description).toBe('Не приходят')
  expect(desk.draft.isKept.value).toBe(false)
  full.mockRestore()
})

test('on a full or closed storage no field wipes another, and the ticket can be sent', async () => {
  const { desk } = await openDesk({ server })
  desk.draft.set({ subject: 'Письма' })
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  desk.draft.set({ subject: 'Письма о заказах' })
  desk.draft.set({ description: 'Не приходят' })
  desk.draft.set({ steps: ['Открыли заказ'] })
  desk.draft.pull()
  expect(desk.draft.fields.value).toMatchObject({
    subject: 'Письма о заказах',
    description: 'Не приходят',
    steps: ['Открыли заказ'],
  })
  full.mockRestore()
})

test('a choice made in two tabs stays a choice', async () => {
  const one = await openDesk({ server })
  const other = await openDesk({ server })
  one.desk.draft.set({ department: 'sales' })
  other.desk.draft.set({ department: 'technical' })
  expect(other.desk.draft.fields.value.department).toBe('technical')
})

test('two tabs share one draft under one key', async () => {
  const one = await openDesk({ server })
  const other = await openDesk({ server })
  one.desk.draft.set({ subject: 'Письма' })
  other.desk.draft.set({ description: 'Не приходят' })
  one.desk.draft.pull()
  expect(one.desk.draft.fields.value.key).toMatch(/^[\da-f]{32}$/)
  expect(other.desk.draft.fields.value.key).toBe(one.desk.draft.fields.value.key)
})

test.each(['{"fields":', '[]', '{"subject":1}', 'null'])(
  'what is left in the storage is read or left: %s',
  async (left) => {
    localStorage.setItem('bilet:user::shop:vera:draft', left)
    const { desk } = await openDesk({ server })
    expect(desk.draft.fields.value.subject).toBe('')
  },
)

test('words from the page fill only what is blank', async () => {
  const { desk, actions } = await openDesk({ server })
  desk.draft.set({ subject: 'Своё' })
  await actions.prefill({ subject: 'Чужое', description: 'Из страницы' })
  expect(desk.draft.fields.value).toMatchObject({ subject: 'Своё', description: 'Из страницы' })
})

test('words written before the owner is known join those kept for them', async () => {
  const first = await openDesk({ server })
  first.desk.draft.set({ description: 'Не приходят' })
  const late = await openDesk({ server, token: undefined, tokenUrl: 'https://shop.example/token' })
  late.desk.draft.set({ subject: 'Письма' })
  await late.desk.session.token()
  expect(late.desk.draft.fields.value).toMatchObject({ subject: 'Письма', description: 'Не приходят' })
})

test('a draft that was emptied and written in again is the same draft, and keeps what is under way', async () => {
  const { desk } = await openDesk({ server: createSupportDesk() })
  desk.draft.set({ subject: 'Письма' })
  desk.draft.set({ subject: '' })
  const [turn, { key }] = [desk.draft.turn.value, desk.draft.fields.value]
  desk.draft.set({ waiting: ['picture'] })
  expect([desk.draft.turn.value, desk.draft.fields.value.key]).toEqual([turn, key])
})

describe('before the page has said who it is', () => {
  const late = { token: undefined, tokenUrl: 'https://shop.example/token', server }
  const stored = () => JSON.stringify(localStorage)

  test('words of a page that died then are the owner’s at the next visit, beside those that were there', async () => {
    const known = await openDesk({ server })
    known.desk.draft.set({ description: 'Ещё вчера' })
    const died = await openDesk(late)
    died.desk.draft.set({ subject: 'Письма' })
    expect(died.desk.draft.isKept.value).toBe(true)
    const next = await openDesk(late)
    expect(next.desk.draft.fields.value.subject).toBe('')
    next.desk.draft.set({ steps: ['Открыли заказ'] })
    await next.desk.session.token()
    const all = { subject: 'Письма', description: 'Ещё вчера', steps: ['Открыли заказ'] }
    expect(next.desk.draft.fields.value).toMatchObject(all)
    next.desk.draft.set({ subject: '' })
    expect((await openDesk({ server })).desk.draft.fields.value.subject).toBe('')
  })

  test('the first owner on this device finds them too', async () => {
    const died = await openDesk(late)
    died.desk.draft.set({ subject: 'Письма' })
    const { desk } = await openDesk({ server })
    expect(desk.draft.fields.value.subject).toBe('Письма')
  })

  test('they are for nobody but whom the device knew last', async () => {
    await openDesk({ server })
    const died = await openDesk(late)
    died.desk.draft.set({ subject: 'Мой заказ' })
    const guest = await openDesk({ server, token: null })
    expect(guest.desk.draft.fields.value.subject).toBe('')
    const other = await openDesk({ server, token: tokenOf('igor') })
    expect(other.desk.draft.fields.value.subject).toBe('')
    expect(stored()).not.toContain('Мой заказ')
  })

  test('what a guest wrote then is not left for the owner who was here before', async () => {
    await openDesk({ server })
    const guest = await openDesk(late)
    guest.desk.draft.set({ subject: 'Вопрос гостя' })
    guest.desk.session.identify(null)
    expect(guest.desk.draft.fields.value.subject).toBe('Вопрос гостя')
    expect((await openDesk({ server })).desk.draft.fields.value.subject).toBe('')
  })

  test('a device that holds something else there harms nothing', async () => {
    for (const held of ['"words"', '7', '[{"subject":1}]', '{"a":null,"b":{"subject":"x"}}']) {
      localStorage.setItem('bilet:user:new', held)
      const { desk } = await openDesk(late)
      desk.draft.set({ subject: 'Письма' })
      await desk.session.token()
      expect(desk.draft.fields.value.subject).toBe('Письма')
      desk.draft.clear()
    }
  })
})
