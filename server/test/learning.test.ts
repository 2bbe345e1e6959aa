// Articles that staff answer with, as owners with like questions meet them.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { pagePath } from '../src/articles/learning/page-path.ts'
import { ownerId } from '../src/tickets/requester.ts'
import { createDesk } from './support/desk.ts'
import type { Desk } from './support/desk.ts'
import { createTestApp, noon, owner } from './support/test-app.ts'
import type { TestApp } from './support/test-app.ts'

let test: TestApp
let desk: Desk

beforeEach(async () => {
  test = await createTestApp()
  desk = createDesk(test)
  await desk.write('mail-a', 'Письма о заказе не приходят: проверьте почту магазина.', 'Письма о заказе не приходят')
  await desk.write(
    'mail-b',
    'Письма о заказе не приходят: проверьте почту покупателя.',
    'Письма о заказе приходят не всем',
  )
})
afterEach(() => test.close())

const oleg = { ...owner, userId: 'u2' }
const question = 'письма о заказе не приходят'
const ask = () => desk.ask(question, oleg, '?explain=1')
const scoreOf = async (id: string) => (await ask()).suggestions.find(({ articleId }) => articleId === id)?.score ?? 0
const liftOf = async (id: string) =>
  (await ask()).suggestions.find(({ articleId }) => articleId === id)?.explain?.linked ?? 0

async function answeredWith(articleId: string, visibility?: string) {
  const { id } = await desk.submit({ subject: question })
  await desk.answer(id, articleId, visibility)
  return id
}

it('an article that solved a ticket rises for like drafts, and says by how much', async () => {
  const before = await scoreOf('mail-b')
  await desk.decide(await answeredWith('mail-b'), { kind: 'resolve' })
  await test.deps.learning.refresh()
  const lift = await liftOf('mail-b')
  expect(lift).toBeGreaterThan(0)
  expect(await scoreOf('mail-b')).toBeCloseTo(before + lift)
  expect(await liftOf('mail-a')).toBe(0)
})

it('rises for nobody whose question is another', async () => {
  await desk.decide(await answeredWith('mail-b'), { kind: 'resolve' })
  await test.deps.learning.refresh()
  const { suggestions } = await desk.ask('почта покупателя', oleg, '?explain=1')
  expect(suggestions.map(({ explain }) => explain?.linked)).not.toContain(undefined)
  expect(Math.max(...suggestions.map(({ explain }) => explain?.linked ?? 1))).toBe(0)
})

it('rises only once the ticket is resolved, and by nothing said among staff', async () => {
  await answeredWith('mail-b')
  await desk.decide(await answeredWith('mail-b', 'internal'), { kind: 'resolve' })
  await test.deps.learning.refresh()
  expect(await liftOf('mail-b')).toBe(0)
})

it('rises within a bound, however many tickets it solved', async () => {
  for (let times = 0; times < 12; times++) await desk.decide(await answeredWith('mail-b'), { kind: 'resolve' })
  await test.deps.learning.refresh()
  expect(await liftOf('mail-b')).toBeLessThanOrEqual(0.12)
})

it('is learnt within a minute without being told', async () => {
  await ask()
  await desk.decide(await answeredWith('mail-b'), { kind: 'resolve' })
  await test.deps.learning.flush()
  test.at(noon + 60_000)
  await ask()
  await expect.poll(() => liftOf('mail-b')).toBeGreaterThan(0)
})

it('falls back when the owner whose ticket it solved is erased', async () => {
  await desk.decide(await answeredWith('mail-b'), { kind: 'resolve' })
  await desk.asStaff('DELETE', `/requesters/${ownerId(owner)}`)
  await test.deps.learning.refresh()
  expect(await liftOf('mail-b')).toBe(0)
})

it('staff see with a ticket what its owner was shown and what they opened', async () => {
  const { queryId } = await desk.ask(question)
  await desk.open('mail-a', owner, queryId)
  const { id } = await desk.submit({ subject: question })
  test.at(noon + 60_000)
  await desk.open('mail-b')
  expect(await desk.asStaff('GET', `/tickets/${id}`)).toMatchObject({
    suggestions: { shown: ['mail-a', 'mail-b'], opened: ['mail-a'] },
  })
})

it('tells nothing but the parts of its score to who asks why, and nothing to who does not', async () => {
  const [first] = (await ask()).suggestions
  expect(Object.keys(first?.explain ?? {}).toSorted()).toEqual(['confidence', 'linked', 'parts', 'words'])
  expect((await desk.ask(question, oleg)).suggestions[0]).not.toHaveProperty('explain')
})

const orders = { pageUrl: 'https://shop.example/admin/orders/1042?tab=1' }
const nothingYet = async (page: object) =>
  (await desk.ask('', oleg, '', { ...page })).suggestions.map((one) => one.articleId)

it('before a word is written, the page offers what owners open there, whichever order is before them', async () => {
  expect(await nothingYet(orders)).toEqual([])
  const { queryId } = await desk.ask(question, owner, '', orders)
  await desk.open('mail-b', owner, queryId)
  await test.deps.learning.refresh()
  expect(await nothingYet({ pageUrl: 'https://shop.example/admin/orders/77' })).toEqual(['mail-b'])
  expect(await nothingYet({ pageUrl: 'https://shop.example/admin/design' })).toEqual([])
})

it('where nobody has asked yet, the page’s heading does', async () => {
  expect(await nothingYet({ ...orders, pageTitle: 'Письма о заказе' })).toContain('mail-a')
  expect(await nothingYet({ ...orders, pageTitle: 'Погода' })).toEqual([])
})

it.each([
  ['https://shop.example/admin/orders/1042', '/admin/orders/*'],
  ['https://shop.example/#/goods/12345/edit?x=1', '/goods/*/edit'],
  ['https://shop.example/u/anna@shop.example', '/u/*'],
  ['https://shop.example', '/'],
  ['about:blank', null],
])('of %s the page is kept as %s', (url, page) => {
  expect(pagePath(url)).toBe(page)
})
