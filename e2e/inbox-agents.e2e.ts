// What an agent may count on at the inbox: what is known of a ticket, what stays hidden, what survives, what is live.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launch, visit } from './support/browser.ts'
import type { Visit } from './support/browser.ts'
import { agents, agentSettings, openDesk } from './support/desk.ts'
import type { Sent } from './support/desk.ts'
import { dataFolder, startServer } from './support/server.ts'
import type { RunningServer } from './support/server.ts'

const hostile = '<img src=x onerror="document.title=1">'

let browser: Browser
let folder: Awaited<ReturnType<typeof dataFolder>>
let server: RunningServer
let desk: ReturnType<typeof openDesk>
let agent: Visit
let sent: Record<'known' | 'hostile' | 'closed', Sent>

const page = () => agent.page
const lines = () => page().locator('.line')
const field = () => page().locator('.composer textarea')
const aside = () => page().getByRole('complementary', { name: 'О билете' })

async function signIn(token: string) {
  await page().getByLabel('Токен').fill(token)
  await page().keyboard.press('Enter')
}

async function openTicket(ticket: Sent) {
  await page().goto(`${server.origin}/staff#/ticket/${ticket.id}`)
  await page()
    .locator('.ticket-title', { hasText: `№ ${ticket.number}` })
    .waitFor()
}

beforeAll(async () => {
  folder = await dataFolder()
  server = await startServer(folder.path, { BILET_DEMO: '1', BILET_STAFF_TOKENS: agentSettings })
  desk = openDesk(server)
  for (const [id, title] of [
    ['year', 'Счёт на год вперёд'],
    ['contract', 'Счёт и договор'],
  ])
    await desk.staff(`/articles/${id}`, {
      token: agents.anna,
      method: 'PUT',
      body: { title, lang: 'ru', markdown: 'Счёт лежит в разделе «Оплата».' },
    })
  const { queryId } = (await desk.ask('premium', 'Счёт на год вперёд и договор')).body
  await desk.read('premium', 'year', queryId)
  sent = {
    known: await desk.write('premium', 'Счёт', 'Пришлите счёт на оплату тарифа на год, нужен договор.', {
      department: 'technical',
      environment: { browser: 'Firefox 128', theme: 'Осень' },
      pageUrl: 'https://samovar.example/admin/bills',
      templateModified: true,
      seen: ['year', 'contract'],
    }),
    hostile: await desk.write('premium', `Тема ${hostile}`, `Вставил в карточку ${hostile} и ничего не вижу.`),
    closed: await desk.write('premium', 'Уже решено', 'Этот вопрос решён, спасибо за помощь с ним.'),
  }
  await desk.staff(`/tickets/${sent.closed.id}/decisions`, { body: { kind: 'resolve', text: 'Готово.' } })
  browser = await launch()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await folder?.remove()
})

beforeEach(async () => {
  agent = await visit(browser, `${server.origin}/staff`, server.origin)
})
afterEach(() => agent?.context.close())

describe('an agent', () => {
  it('reads beside a ticket what was noticed of it, shown to its owner, and where it came from', async () => {
    await signIn(agents.boris)
    await lines().first().waitFor()
    await openTicket(sent.known)
    const section = (title: string) => aside().locator('section', { hasText: title })
    await section('Замечено при отправке').getByText('Похоже на другой отдел').waitFor()
    await section('Отдел')
      .getByText(/^По тексту: Отдел продаж, \d+\s%$/)
      .waitFor()
    const shown = section('Статьи, что показал виджет').getByRole('listitem')
    await shown.filter({ hasText: 'Счёт на год вперёд' }).getByText('открыта').waitFor()
    await shown.filter({ hasText: 'Счёт и договор' }).waitFor()
    expect(await shown.getByText('открыта').count()).toBe(1)
    const around = section('Окружение')
    for (const fact of ['https://samovar.example/admin/bills', 'Firefox 128', 'Осень', 'Шаблоны менялись'])
      await around.getByText(fact, { exact: true }).waitFor()
  })

  it('reads an owner’s tags and scripts as the letters that they are', async () => {
    await signIn(agents.boris)
    await lines()
      .filter({ hasText: `Тема ${hostile}` })
      .waitFor()
    await openTicket(sent.hostile)
    await page()
      .getByRole('heading', { name: `Тема ${hostile}` })
      .waitFor()
    await page().locator('.bubble.owner .words', { hasText: hostile }).waitFor()
    expect(await page().locator('#inbox img').count()).toBe(0)
    expect(await page().title()).toContain('Bilet')
    expect(agent.troubles).toEqual([])
  })

  it('has a token that this tab alone keeps', async () => {
    await signIn(agents.boris)
    await lines().first().waitFor()
    const kept = (name: 'sessionStorage' | 'localStorage') =>
      page().evaluate((storage) => JSON.stringify(Object.entries(window[storage])), name)
    expect(await kept('sessionStorage')).toContain(agents.boris)
    expect(await kept('localStorage')).not.toContain(agents.boris)
    const other = await agent.context.newPage()
    await other.goto(`${server.origin}/staff`)
    await other.getByLabel('Токен').waitFor()
  })

  it('keeps the words and sends nothing when a colleague was quicker and the answer is called off', async () => {
    await signIn(agents.boris)
    await lines().first().waitFor()
    await openTicket(sent.known)
    await field().fill('Счёт пришлёт отдел продаж.')
    await page().keyboard.press('Control+Enter')
    const body = { text: 'Счёт во вложении.', visibility: 'public' }
    await desk.staff(`/tickets/${sent.known.id}/messages`, { token: agents.anna, body })
    await page().getByRole('button', { name: 'Отправить сразу' }).click()
    const conflict = page().getByRole('alertdialog', { name: 'Пока вы писали, билет изменился' })
    await conflict.getByRole('button', { name: 'Отмена' }).click()
    await conflict.waitFor({ state: 'detached' })
    expect(await field().inputValue()).toBe('Счёт пришлёт отдел продаж.')
    expect(await page().locator('.toast').count()).toBe(0)
    await page().reload()
    await page().locator('.ticket-title').waitFor()
    expect(await field().inputValue()).toBe('Счёт пришлёт отдел продаж.')
    expect((await desk.ticket(sent.known.id)).history.map(({ text }) => text)).not.toContain(
      'Счёт пришлёт отдел продаж.',
    )
  })

  it('signs in again with a new token, and goes on with the words that were there', async () => {
    const tokenOf = async () => {
      const asked = { token: agents.anna, body: { name: 'Вера', scopes: ['write'] } }
      return (await desk.staff<{ id: string; token: string }>('/tokens', asked)).body
    }
    const first = await tokenOf()
    await signIn(first.token)
    await lines().first().waitFor()
    await openTicket(sent.known)
    await field().fill('Почти дописала')
    await desk.staff(`/tokens/${first.id}`, { token: agents.anna, method: 'DELETE' })
    const lost = page().getByRole('dialog', { name: 'Вход больше не действует' })
    await lost.waitFor()
    const second = await tokenOf()
    await lost.getByLabel('Токен').fill(second.token)
    await page().keyboard.press('Enter')
    await lost.waitFor({ state: 'detached' })
    expect(await field().inputValue()).toBe('Почти дописала')
    await page().reload()
    await page().locator('.ticket-title').waitFor()
    expect(await field().inputValue()).toBe('Почти дописала')
    await page().getByRole('button', { name: 'Взять себе' }).click()
    await aside().getByText('Вера', { exact: true }).waitFor()
  })

  it('sees counts follow what happens, and is told when the list may be old', async () => {
    await signIn(agents.boris)
    await lines().first().waitFor()
    const count = () => page().getByRole('link', { name: 'Ждут нас' }).locator('.count').innerText()
    const before = Number(await count())
    await desk.write('premium', 'Домен не открывается', 'Магазин по своему домену не открывается с утра.')
    await expect.poll(count).toBe(String(before + 1))
    const stale = page().locator('.live.stale')
    expect(await stale.count()).toBe(0)
    await agent.context.setOffline(true)
    await stale.getByText('Список мог устареть').waitFor()
    await agent.context.setOffline(false)
    await stale.waitFor({ state: 'detached' })
  })

  it.each([
    ['n', 'Ничьи', '#/unassigned'],
    ['w', 'Ждём владельца', '#/owner'],
    ['m', 'Мои', '#/mine'],
  ])('is led by g and %s to «%s»', async (letter, name, hash) => {
    await signIn(agents.boris)
    await lines().first().waitFor()
    await page().keyboard.press('g')
    await page().keyboard.press(letter)
    await page().getByRole('heading', { name, exact: true }).waitFor()
    expect(new URL(page().url()).hash).toBe(hash)
  })

  it('is told which of several could not be refused, and keeps it ticked', async () => {
    const open = await desk.write('premium', 'Терминал банка молчит', 'Банк не отвечает, терминал не работает совсем.')
    await signIn(agents.boris)
    await lines().first().waitFor()
    await page().keyboard.press('g')
    await page().keyboard.press('a')
    const tick = ({ number }: Sent) => page().getByLabel(`Выбрать билет № ${number}`)
    for (const ticket of [open, sent.closed]) await tick(ticket).check()
    await page().keyboard.press('f')
    const sheet = page().getByRole('dialog')
    await sheet.getByLabel('Причина').selectOption('third_party_service')
    await sheet.getByRole('button', { name: 'Отказать' }).last().click()
    const results = page().locator('.bulk-results')
    await results.getByText('Изменён 1 билет', { exact: true }).waitFor()
    await results.getByText('Не изменён 1 билет').waitFor()
    const failed = results.getByRole('listitem')
    expect(await failed.allInnerTexts()).toEqual([
      `№ ${sent.closed.number}: это решение сейчас невозможно: билет закрыт`,
    ])
    expect(await tick(sent.closed).isChecked()).toBe(true)
    expect(await tick(open).isChecked()).toBe(false)
    expect(await desk.ticket(open.id)).toMatchObject({ status: 'refused' })
    expect(await desk.ticket(sent.closed.id)).toMatchObject({ status: 'resolved' })
  })
})
