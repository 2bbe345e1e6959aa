// An agent's day at the inbox, in a real browser against the real server; and what owners see of it in their widget.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violations } from './support/accessibility.ts'
import { launch, panelOf, visit } from './support/browser.ts'
import type { Visit } from './support/browser.ts'
import { call } from './support/client.ts'
import { agents, agentSettings, demoOf, openDesk } from './support/desk.ts'
import type { Sent } from './support/desk.ts'
import { dataFolder, startServer } from './support/server.ts'
import type { RunningServer } from './support/server.ts'

describe('an agent’s day', () => {
  let browser: Browser
  let folder: Awaited<ReturnType<typeof dataFolder>>
  let server: RunningServer
  let desk: ReturnType<typeof openDesk>
  let anna: Visit
  let sent: Record<'standard' | 'premium' | 'slow' | 'refused' | 'split' | 'first' | 'repeat' | 'raced', Sent>
  let page: Page

  const lines = () => page.locator('.line')
  const composer = () => page.getByRole('region', { name: 'Ответить' })
  const field = () => composer().getByRole('textbox')
  const toast = (words: string | RegExp) => page.locator('.toast', { hasText: words })
  const aside = () => page.getByRole('complementary', { name: 'О билете' })

  async function openTicket(ticket: Sent) {
    await page.goto(`${server.origin}/staff#/ticket/${ticket.id}`)
    await page.locator('.ticket-title', { hasText: `№ ${ticket.number}` }).waitFor()
  }

  /** Does not wait out the ten seconds. */
  async function sendNow(ticket: Sent) {
    const held = toast(`№ ${ticket.number}`)
    await held.getByRole('button', { name: 'Отправить сразу' }).click()
    await held.waitFor({ state: 'detached' })
  }

  beforeAll(async () => {
    folder = await dataFolder()
    server = await startServer(folder.path, { BILET_DEMO: '1', BILET_STAFF_TOKENS: agentSettings })
    desk = openDesk(server)
    sent = {
      standard: await desk.write('standard', 'Не приходят письма о заказах', 'Со вчерашнего дня писем нет совсем.'),
      premium: await desk.write('premium', 'Оплата картой не проходит', 'Покупатель видит ошибку после ввода карты.'),
      slow: await desk.write('premium', 'Нужна выгрузка за три года', 'Отчёт за три года не строится, висит час.'),
      refused: await desk.write(
        'premium',
        'Банк не подтверждает терминал',
        'Банк прислал отказ, терминал не работает.',
      ),
      split: await desk.write('premium', 'Два вопроса сразу', 'Как сменить логотип? И почему промокод не действует?'),
      first: await desk.write('premium', 'Корзина показывает ноль', 'Товар добавлен, а в корзине ноль.'),
      repeat: await desk.write('premium', 'В корзине снова ноль', 'Товар добавлен, а корзина пустая.'),
      raced: await desk.write('premium', 'Как скрыть товар', 'Хочу скрыть товар с витрины, но не удалять.'),
    }
    const article = {
      title: 'Оплата картой не проходит',
      lang: 'ru',
      markdown: 'Проверьте ключ терминала в настройках.',
    }
    await desk.staff('/articles/card-payments', { token: agents.anna, method: 'PUT', body: article })
    browser = await launch()
    anna = await visit(browser, `${server.origin}/staff`, server.origin)
    page = anna.page
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await folder?.remove()
  })

  it('a wrong token is told so; hers lets her in, and is not in the address', async () => {
    await page.getByLabel('Токен').fill('bilet_no_such_token_at_all')
    await page.getByRole('button', { name: 'Войти' }).click()
    await page.getByText('Такого токена нет').waitFor()
    await page.getByLabel('Токен').fill(agents.anna)
    await page.keyboard.press('Enter')
    await lines().first().waitFor()
    expect(page.url()).not.toContain(agents.anna)
  })

  it('the Premium ticket is due first, though the Standard one came before it (R5)', async () => {
    const first = lines().first()
    expect(await first.innerText()).toContain('Оплата картой не проходит')
    expect(await first.innerText()).toMatch(/Premium/)
    expect(await first.locator('time').innerText()).toMatch(/через .*МСК/s)
    expect(await lines().last().innerText()).toContain('Не приходят письма о заказах')
  })

  it('by keys alone she opens it, takes it, finds an article and answers with it', async () => {
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Оплата картой не проходит' }).waitFor()
    await page.keyboard.press('m')
    await aside().getByText('Анна').waitFor()
    await page.keyboard.press('r')
    await expect.poll(() => field().evaluate((area) => area.matches(':focus'))).toBe(true)
    await page.keyboard.press('#')
    await page.getByRole('region', { name: 'Посмотреть' }).getByText('Проверьте ключ терминала').waitFor()
    await page.keyboard.press('Enter')
    await composer().getByText('Оплата картой не проходит').waitFor()
    await field().focus()
    await page.keyboard.type('Здравствуйте. Проверьте ключ терминала, как в статье.')
    await page.keyboard.press('Control+Enter')
    await sendNow(sent.premium)
    await page.locator('.bubble.staff', { hasText: 'Проверьте ключ терминала' }).waitFor()
    await aside().getByText('Ответили в срок').waitFor()
    expect(await desk.ticket(sent.premium.id)).toMatchObject({ assignee: 'Анна' })
  })

  it('she extends one, with the reason as its owner will read it (R19)', async () => {
    await openTicket(sent.slow)
    await page.keyboard.press('e')
    await composer().getByLabel('Причина').selectOption('needs_development')
    await composer().getByLabel('До какого времени').fill('2030-05-20T12:00')
    await composer().locator('.preview', { hasText: 'Нужно больше времени' }).waitFor()
    await composer().getByRole('button', { name: 'Продлить', exact: true }).click()
    await sendNow(sent.slow)
    await page.locator('.bubble.decision', { hasText: 'Срок продлён' }).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('e')
    await lines().filter({ hasText: 'Нужна выгрузка за три года' }).waitFor()
    await expect.poll(() => lines().count()).toBe(1)
  })

  it('without a reason nothing is refused; with one it is (R19)', async () => {
    await openTicket(sent.refused)
    await page.keyboard.press('f')
    await composer().getByRole('button', { name: 'Отказать', exact: true }).last().click()
    await composer().getByText('Выберите причину').waitFor()
    await composer().getByLabel('Причина').selectOption('third_party_service')
    await field().fill('Терминал подтверждает банк: напишите туда.')
    await composer().getByRole('button', { name: 'Отказать', exact: true }).last().click()
    await sendNow(sent.refused)
    await page.locator('.badge.refused').first().waitFor()
    expect(await desk.ticket(sent.refused.id)).toMatchObject({ status: 'refused' })
  })

  it('she splits one with two questions (R16)', async () => {
    await openTicket(sent.split)
    await aside().getByRole('button', { name: 'Разделить' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('Тема').fill('Промокод не действует')
    await sheet.getByLabel('Вопрос', { exact: true }).fill('Почему промокод не действует? Ввожу на странице заказа.')
    await sheet.getByRole('button', { name: 'Разделить' }).click()
    await sheet.waitFor({ state: 'detached' })
    await aside()
      .getByRole('link', { name: /Промокод не действует/ })
      .waitFor()
  })

  it('she closes a repeat, and its owner is told where the answer comes (R17)', async () => {
    await openTicket(sent.repeat)
    await aside()
      .getByRole('link', { name: /Корзина показывает ноль/ })
      .waitFor()
    await aside().getByRole('button', { name: 'Это повтор' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel(/Корзина показывает ноль/).check()
    await sheet.getByRole('button', { name: 'Закрыть как повтор' }).click()
    await sheet.waitFor({ state: 'detached' })
    await expect.poll(async () => (await desk.ticket(sent.repeat.id)).status).not.toBe('new')
  })

  it('she sees a colleague at the same ticket, and that he is typing', async () => {
    await openTicket(sent.raced)
    const boris = await visit(browser, `${server.origin}/staff#token=${agents.boris}`, server.origin)
    await boris.page.locator('.line').first().waitFor()
    await boris.page.goto(`${server.origin}/staff#/ticket/${sent.raced.id}`)
    await page.getByText('Смотрит Борис').waitFor()
    await boris.page.locator('.composer textarea').fill('Пишу ответ')
    await page.getByText('Пишет Борис').waitFor()
    await boris.page.getByText('Смотрит Анна').waitFor()
    expect(boris.troubles).toEqual([])
    await boris.context.close()
  })

  it('when he answers first, hers waits for her to decide, and nothing contradicts', async () => {
    await field().fill('Скройте товар переключателем в карточке.')
    await composer().getByRole('button', { name: 'Ответить', exact: true }).click()
    await desk.answer(sent.raced.id, 'Снимите галочку «Показывать на витрине».')
    await toast(`№ ${sent.raced.number}`).getByRole('button', { name: 'Отправить сразу' }).click()
    const conflict = page.getByRole('alertdialog', { name: 'Пока вы писали, билет изменился' })
    await conflict.getByText('Борис').waitFor()
    await conflict.getByText('Снимите галочку').waitFor()
    expect(await field().inputValue()).toBe('Скройте товар переключателем в карточке.')
    await conflict.getByRole('button', { name: 'Отправить всё равно' }).click()
    await sendNow(sent.raced)
    await page.locator('.bubble.staff', { hasText: 'переключателем' }).waitFor()
  })

  it('a send is taken back within ten seconds, with every word', async () => {
    await field().fill('Это уйти не должно')
    await composer().getByRole('button', { name: 'Ответить', exact: true }).click()
    await toast('уйдёт через').getByRole('button', { name: 'Отменить' }).click()
    expect(await field().inputValue()).toBe('Это уйти не должно')
    const { history } = await desk.ticket(sent.raced.id)
    expect(history.map(({ text }) => text)).not.toContain('Это уйти не должно')
  })

  it('what is not sent is still there after a reload', async () => {
    await page.reload()
    await page.locator('.ticket-title', { hasText: `№ ${sent.raced.number}` }).waitFor()
    expect(await field().inputValue()).toBe('Это уйти не должно')
    await field().fill('')
  })

  it('without a network the list says it is old, and what is sent goes when the network is back', async () => {
    await openTicket(sent.standard)
    await anna.context.setOffline(true)
    await page.getByText('Нет сети').waitFor()
    await field().fill('Письма снова уходят, проверьте.')
    await composer().getByRole('button', { name: 'Ответить и ждать' }).click()
    await toast('уйдёт через').getByRole('button', { name: 'Отправить сразу' }).click()
    await toast('ждёт сети').waitFor()
    await anna.context.setOffline(false)
    await toast('ждёт сети').waitFor({ state: 'detached' })
    await page.locator('.bubble.staff', { hasText: 'Письма снова уходят' }).waitFor()
    expect(await desk.ticket(sent.standard.id)).toMatchObject({ status: 'waiting_for_customer' })
  })

  it('what comes meanwhile waits behind a button, and nothing moves under the hand', async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.keyboard.press('u')
    await lines().first().waitFor()
    const before = await lines().first().innerText()
    await desk.write('premium', 'Домен не открывается', 'Магазин по своему домену не открывается с утра.')
    const fresh = page.getByRole('button', { name: '1 новый' })
    await fresh.waitFor()
    expect(await lines().first().innerText()).toBe(before)
    await fresh.click()
    await lines().filter({ hasText: 'Домен не открывается' }).waitFor()
  })

  it('several are taken at once, with a result for each', async () => {
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.getByText('Выбрано 2 билета').waitFor()
    await page.getByRole('button', { name: 'Взять себе' }).click()
    await page.getByText('2 билета изменено').waitFor()
  })

  it('one field finds by words, and a number leads to its ticket', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('терминал')
    await page.keyboard.press('Enter')
    await lines().filter({ hasText: 'Банк не подтверждает терминал' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.getByRole('searchbox').fill(String(sent.first.number))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Корзина показывает ноль' }).waitFor()
  })

  it('a token that is revoked asks her to sign in again over her page, with her words in it', async () => {
    const made = await call<{ id: string; token: string }>(`${server.origin}/v1/staff/tokens`, {
      token: agents.anna,
      body: { name: 'Вера', scopes: ['write'] },
    })
    const vera = await visit(browser, `${server.origin}/staff#token=${made.body.token}`, server.origin)
    await vera.page.locator('.line').first().waitFor()
    await vera.page.goto(`${server.origin}/staff#/ticket/${sent.first.id}`)
    await vera.page.locator('.composer textarea').fill('Почти дописала')
    await call(`${server.origin}/v1/staff/tokens/${made.body.id}`, { token: agents.anna, method: 'DELETE' })
    await vera.page.getByRole('dialog', { name: 'Вход больше не действует' }).waitFor({ timeout: 20_000 })
    expect(await vera.page.locator('.composer textarea').inputValue()).toBe('Почти дописала')
    await vera.context.close()
  })

  it('axe finds nothing, at the queue and at a ticket', async () => {
    expect(await violations(page, 'body')).toEqual([])
    await page.keyboard.press('g')
    await page.keyboard.press('d')
    await lines().first().waitFor()
    expect(await violations(page, 'body')).toEqual([])
  })

  it('the owner’s widget shows the answer with its article, the extension, the refusal and the repeat', async () => {
    const owner = await visit(browser, demoOf(server), server.origin)
    await owner.page.evaluate(() => fetch('/demo/session/premium', { method: 'PUT' }))
    await owner.page.reload()
    const panel = panelOf(owner.page)
    const read = async (subject: string, words: (string | RegExp)[]) => {
      await owner.page.reload()
      await owner.page.getByRole('button', { name: 'Помощь' }).click()
      await panel.getByRole('button', { name: 'Все билеты' }).click()
      await panel.getByText(subject, { exact: true }).click()
      for (const said of words) await panel.getByText(said).first().waitFor()
    }
    await read('Оплата картой не проходит', ['Проверьте ключ терминала, как в статье'])
    await read('Нужна выгрузка за три года', ['Нужно больше времени'])
    await read('Банк не подтверждает терминал', ['Терминал подтверждает банк: напишите туда.'])
    await read('В корзине снова ноль', [`в билете № ${sent.first.number}`])
    await read('Промокод не действует', [/Почему промокод не действует/])
    expect(owner.troubles).toEqual([])
    await owner.context.close()
  })

  it('the page saw no error and no violation of its policy', () => {
    expect(anna.troubles.filter((trouble) => !/ERR_INTERNET_DISCONNECTED|401|412/.test(trouble))).toEqual([])
  })
})

describe('a desk without the inbox', () => {
  it('has nothing at /staff', async () => {
    const folder = await dataFolder()
    const server = await startServer(folder.path, { BILET_INBOX: '0' })
    expect((await call(`${server.origin}/staff`)).status).toBe(404)
    await server.stop()
    await folder.remove()
  })
})
