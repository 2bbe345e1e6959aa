// An agent's day at the inbox, by keyboard alone, in a real browser against the real server; what owners see of it in their
// widget and their mail, and what it tells other programs.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violations } from './support/accessibility.ts'
import { launch, panelOf, visit } from './support/browser.ts'
import type { Visit } from './support/browser.ts'
import { call } from './support/client.ts'
import { agents, agentSettings, demoOf, openDesk } from './support/desk.ts'
import type { Sent } from './support/desk.ts'
import { keyboardOn } from './support/keyboard.ts'
import { listenTo } from './support/listener.ts'
import { openMailbox } from './support/mailbox.ts'
import { screenshotPng } from './support/picture.ts'
import { openReceiver } from './support/receiver.ts'
import { dataFolder, freePort, shownPolicy, startServer } from './support/server.ts'
import type { RunningServer } from './support/server.ts'

type Policy = { plans: Record<string, { reaction: object }> }

/** A desk that promises its Free owners an answer at once: each is late. */
async function hastyPolicy(): Promise<string> {
  const policy = await shownPolicy<Policy>()
  const { free, ...others } = policy.plans
  const reaction = { hours: 0.000_001, clock: 'calendar' }
  return JSON.stringify({ ...policy, plans: { free: { ...free, reaction }, ...others } })
}

describe('an agent’s day', () => {
  let browser: Browser
  let folder: Awaited<ReturnType<typeof dataFolder>>
  let server: RunningServer
  let desk: ReturnType<typeof openDesk>
  let mailbox: Awaited<ReturnType<typeof openMailbox>>
  let receiver: Awaited<ReturnType<typeof openReceiver>>
  let anna: Visit
  let sent: Record<'standard' | 'premium' | 'slow' | 'refused' | 'split' | 'first' | 'repeat' | 'raced', Sent>
  let page: Page
  let keys: ReturnType<typeof keyboardOn>

  const lines = () => page.locator('.line')
  const composer = () => page.getByRole('region', { name: 'Ответить' })
  const field = () => composer().getByRole('textbox')
  const isWriting = () => field().evaluate((area) => area.matches(':focus'))
  const toast = (words: string | RegExp) => page.locator('.toast', { hasText: words })
  const aside = () => page.getByRole('complementary', { name: 'О билете' })

  const search = () => page.getByRole('searchbox')

  /** Out of a field, then out of the ticket: to the list, wherever she was. */
  async function toQueue() {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await search().waitFor()
  }

  /** By its number, in the one field. */
  async function openTicket(ticket: Sent) {
    await toQueue()
    await page.keyboard.press('/')
    await keys.write(search(), String(ticket.number))
    await page.keyboard.press('Enter')
    await page.locator('.ticket-title', { hasText: `№ ${ticket.number}` }).waitFor()
  }

  /** Does not wait out the ten seconds. */
  async function sendNow(ticket: Sent) {
    const held = toast(`№ ${ticket.number}`)
    await keys.press(held.getByRole('button', { name: 'Отправить сразу' }))
    await held.waitFor({ state: 'detached' })
  }

  async function giveReason(reason: string) {
    const choice = composer().getByLabel('Причина')
    await keys.choose(choice, async () => (await choice.inputValue()) === reason)
  }

  async function signedIn(token: string): Promise<Visit> {
    const agent = await visit(browser, `${server.origin}/staff`, server.origin)
    await agent.page.getByLabel('Токен').fill(token)
    await agent.page.keyboard.press('Enter')
    await agent.page.locator('.line').first().waitFor()
    return agent
  }

  /** The owner of that plan at their tickets. `read` opens one, waits for the words, and goes back. */
  async function ownerOf(plan: string) {
    const owner = await visit(browser, demoOf(server), server.origin)
    await owner.page.evaluate((session) => fetch(`/demo/session/${session}`, { method: 'PUT' }), plan)
    await owner.page.reload()
    const panel = panelOf(owner.page)
    await owner.page.getByRole('button', { name: 'Помощь' }).click()
    await panel.getByRole('button', { name: 'Все билеты' }).click()
    const read = async (subject: string, words: (string | RegExp)[], look = async () => {}) => {
      await panel.getByText(subject, { exact: true }).click()
      for (const said of words) await panel.getByText(said).first().waitFor()
      await look()
      await panel.getByRole('button', { name: 'Назад' }).click()
    }
    return { owner, panel, read }
  }

  beforeAll(async () => {
    folder = await dataFolder()
    mailbox = await openMailbox()
    receiver = await openReceiver()
    const port = await freePort()
    const policy = join(folder.path, 'policy.json')
    await writeFile(policy, await hastyPolicy())
    server = await startServer(folder.path, {
      PORT: String(port),
      BILET_POLICY: policy,
      BILET_DEMO: '1',
      BILET_STAFF_TOKENS: agentSettings,
      BILET_SMTP_URL: mailbox.url,
      BILET_PANEL_URL: `http://127.0.0.1:${port + 1}/`,
      BILET_GUEST_URL: `http://127.0.0.1:${port + 1}/`,
      BILET_WEBHOOKS_PRIVATE: '1',
    })
    desk = openDesk(server)
    const events = ['ticket.created', 'ticket.updated', 'message.created', 'decision.created']
    const hook = { token: agents.anna, body: { url: receiver.url, events } }
    receiver.trust((await desk.staff<{ secret: string }>('/webhooks', hook)).body.secret)
    const article = {
      title: 'Ключ платёжного терминала',
      lang: 'ru',
      markdown: 'Если оплата картой не проходит, проверьте ключ терминала в настройках.',
    }
    await desk.staff('/articles/card-payments', { token: agents.anna, method: 'PUT', body: article })
    await desk.ask('premium', 'ключ платёжного терминала')
    const seen = ['card-payments']
    sent = {
      standard: await desk.write('standard', 'Не приходят письма о заказах', 'Со вчерашнего дня писем нет совсем.'),
      premium: await desk.write('premium', 'Оплата картой не проходит', 'Покупатель видит ошибку после ввода карты.', {
        seen,
      }),
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
    const reply = { title: 'Приветствие', text: 'Здравствуйте, {{name}}. Это билет № {{ number }}.', locale: 'ru' }
    await desk.staff('/replies/hello', { method: 'PUT', body: reply })
    await desk.ask('premium', 'настроить чат-бота с гороскопом')
    browser = await launch()
    anna = await visit(browser, `${server.origin}/staff`, server.origin)
    page = anna.page
    keys = keyboardOn(page)
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await mailbox?.close()
    await receiver?.close()
    await folder?.remove()
  })

  it('the link that npm start prints signs in once', async () => {
    const [link = ''] = /http\S+\/staff#code=\S+/.exec(server.output()) ?? []
    const first = await visit(browser, link, server.origin)
    await first.page.locator('.line').first().waitFor()
    expect(first.page.url()).not.toContain('code')
    await first.context.close()
    const second = await visit(browser, link, server.origin)
    await second.page.getByText('Ссылка уже использована').waitFor()
    await second.context.close()
  })

  it('a wrong token is told so; hers lets her in, and is not in the address', async () => {
    await keys.write(page.getByLabel('Токен'), 'bilet_no_such_token_at_all')
    await keys.press(page.getByRole('button', { name: 'Войти' }))
    await page.getByText('Такого токена нет').waitFor()
    await keys.write(page.getByLabel('Токен'), agents.anna)
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

  it('she opens it, takes it, and answers with an article and a canned reply with its gaps filled', async () => {
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Оплата картой не проходит' }).waitFor()
    await page.keyboard.press('m')
    await aside().getByText('Анна').waitFor()
    await page.keyboard.press('r')
    await expect.poll(isWriting).toBe(true)
    await page.keyboard.press('#')
    await page.getByRole('dialog', { name: 'Статьи' }).waitFor()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('ключ терминала')
    await page.getByRole('region', { name: 'Посмотреть' }).getByText('Проверьте ключ терминала').waitFor()
    await page.keyboard.press('Enter')
    await composer().getByText('Ключ платёжного терминала').waitFor()
    await keys.reach(field())
    await page.keyboard.press('/')
    await page.getByRole('dialog').getByText(`Это билет № ${sent.premium.number}.`).waitFor()
    await page.keyboard.press('Enter')
    await keys.reach(field())
    expect(await field().inputValue()).toBe(`Здравствуйте, Марина Юдина. Это билет № ${sent.premium.number}.`)
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Проверьте ключ терминала, как в статье.')
    await page.keyboard.press('Control+Enter')
    await sendNow(sent.premium)
    await page.locator('.bubble.staff', { hasText: 'Проверьте ключ терминала' }).waitFor()
    await aside().getByText('Ответили в срок').waitFor()
    expect(await desk.ticket(sent.premium.id)).toMatchObject({ assignee: 'Анна' })
  })

  it('she extends one, with the reason as its owner will read it (R19)', async () => {
    await openTicket(sent.slow)
    await page.keyboard.press('e')
    await giveReason('needs_development')
    await keys.reach(composer().getByLabel('До какого времени'))
    await page.keyboard.type('05052030')
    await page.keyboard.press('ArrowRight')
    // The last letter is for clocks of twelve hours.
    await page.keyboard.type('1200p')
    await composer().locator('.preview', { hasText: 'Нужно больше времени' }).waitFor()
    await keys.press(composer().getByRole('button', { name: 'Продлить', exact: true }).last())
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
    await keys.press(composer().getByRole('button', { name: 'Отказать', exact: true }).last())
    await composer().getByText('Выберите причину').waitFor()
    await giveReason('third_party_service')
    await keys.write(field(), 'Терминал подтверждает банк: напишите туда.')
    await page.keyboard.press('Control+Enter')
    await sendNow(sent.refused)
    await page.locator('.badge.refused').first().waitFor()
    expect(await desk.ticket(sent.refused.id)).toMatchObject({ status: 'refused' })
  })

  it('she splits one with two questions: the second is found, and written down already (R16)', async () => {
    await openTicket(sent.split)
    await keys.press(aside().getByRole('button', { name: 'Разделить' }))
    const sheet = page.getByRole('dialog')
    const question = sheet.getByLabel('Вопрос', { exact: true })
    await expect.poll(() => question.inputValue()).toMatch(/почему промокод не действует/i)
    await keys.write(sheet.getByLabel('Тема'), 'Промокод не действует')
    await keys.write(sheet.getByLabel('Слово владельцу'), 'Логотип сменим здесь.')
    await keys.press(sheet.getByRole('button', { name: 'Разделить' }))
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
    await keys.press(aside().getByRole('button', { name: 'Это повтор' }))
    const sheet = page.getByRole('dialog')
    const first = sheet.getByLabel(/Корзина показывает ноль/)
    await keys.choose(sheet.locator('input[type=radio]:checked'), () => first.isChecked())
    await keys.press(sheet.getByRole('button', { name: 'Закрыть как повтор' }))
    await sheet.waitFor({ state: 'detached' })
    await expect.poll(async () => (await desk.ticket(sent.repeat.id)).status).not.toBe('new')
  })

  it('she sees a colleague at the same ticket, and that he is typing', async () => {
    await openTicket(sent.raced)
    const boris = await signedIn(agents.boris)
    await boris.page.goto(`${server.origin}/staff#/ticket/${sent.raced.id}`)
    await page.getByText('Смотрит Борис').waitFor()
    await boris.page.locator('.composer textarea').fill('Пишу ответ')
    await page.getByText('Пишет Борис').waitFor()
    await boris.page.getByText('Смотрит Анна').waitFor()
    expect(boris.troubles).toEqual([])
    await boris.context.close()
  })

  it('when he answers first, hers waits for her to decide, wherever she is, and nothing contradicts', async () => {
    await keys.write(field(), 'Скройте товар переключателем в карточке.')
    await page.keyboard.press('Control+Enter')
    await desk.answer(sent.raced.id, 'Снимите галочку «Показывать на витрине».')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await lines().first().waitFor()
    await keys.press(toast(`№ ${sent.raced.number}`).getByRole('button', { name: 'Отправить сразу' }))
    await keys.press(toast(`№ ${sent.raced.number}: не отправлено`).getByRole('button', { name: 'Открыть' }))
    const conflict = page.getByRole('alertdialog', { name: 'Пока вы писали, билет изменился' })
    await conflict.getByText('Борис').waitFor()
    await conflict.getByText('Снимите галочку').waitFor()
    expect(await field().inputValue()).toBe('Скройте товар переключателем в карточке.')
    await keys.press(conflict.getByRole('button', { name: 'Отправить всё равно' }))
    await sendNow(sent.raced)
    await page.locator('.bubble.staff', { hasText: 'переключателем' }).waitFor()
  })

  it('a send is taken back within ten seconds, with every word', async () => {
    await keys.write(field(), 'Это уйти не должно')
    await page.keyboard.press('Control+Enter')
    await keys.press(toast('уйдёт через').getByRole('button', { name: 'Отменить' }))
    expect(await field().inputValue()).toBe('Это уйти не должно')
    const { history } = await desk.ticket(sent.raced.id)
    expect(history.map(({ text }) => text)).not.toContain('Это уйти не должно')
  })

  it('what is not sent is still there after a reload', async () => {
    await page.reload()
    await page.locator('.ticket-title', { hasText: `№ ${sent.raced.number}` }).waitFor()
    expect(await field().inputValue()).toBe('Это уйти не должно')
    await keys.write(field(), ' ')
  })

  it('in a field a key writes its letter, and does nothing else', async () => {
    const letters = 'jkarnwefdmtxg/?'
    const typeIn = async (target: Locator) => {
      await keys.write(target, 'Слово ')
      const before = { hash: new URL(page.url()).hash, ...(await desk.ticket(sent.raced.id)) }
      for (const letter of letters) await page.keyboard.press(letter)
      expect(await target.inputValue()).toBe(`Слово ${letters}`)
      expect(new URL(page.url()).hash).toBe(before.hash)
      expect(await page.locator('dialog, .toast, .line.ticked, .decision-form, .is-note').count()).toBe(0)
      expect({ hash: before.hash, ...(await desk.ticket(sent.raced.id)) }).toEqual(before)
    }
    await typeIn(field())
    await keys.write(field(), ' ')
    await toQueue()
    await typeIn(page.getByRole('searchbox'))
    await keys.write(page.getByRole('searchbox'), ' ')
    await openTicket(sent.raced)
  })

  it('a picture is pasted into a note, and looked at as large as she likes', async () => {
    await openTicket(sent.raced)
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await page.locator('.is-note').waitFor()
    await expect.poll(isWriting).toBe(true)
    await page.keyboard.type('Вот что видит владелец')
    await page.evaluate(async (png) => {
      const bytes = Uint8Array.from(atob(png), (char) => char.charCodeAt(0))
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })])
    }, screenshotPng.toString('base64'))
    await page.keyboard.press('Control+v')
    await composer()
      .getByRole('button', { name: /^Убрать: / })
      .waitFor()
    await keys.reach(field())
    await page.keyboard.press('Control+Enter')
    await sendNow(sent.raced)
    await keys.press(page.locator('.bubble.note .thumbnail'))
    const viewer = page.getByRole('dialog')
    await viewer.locator('img').waitFor()
    await page.keyboard.press('+')
    await viewer.getByText('140 %').waitFor()
    // What comes meanwhile takes nothing out of her hand.
    await desk.note(sent.raced.id, 'Смотрю тоже')
    await page.locator('.bubble.note', { hasText: 'Смотрю тоже' }).waitFor({ state: 'attached' })
    await viewer.getByText('140 %').waitFor()
    await page.keyboard.press('0')
    await viewer.getByText('100 %').waitFor()
    await page.keyboard.press('Escape')
    await viewer.waitFor({ state: 'detached' })
  })

  it('without a network the list says it is old, and what is sent goes when the network is back', async () => {
    await openTicket(sent.standard)
    await anna.context.setOffline(true)
    await page.getByText('Нет сети').waitFor()
    await keys.write(field(), 'Письма снова уходят, проверьте.')
    await page.keyboard.press('Escape')
    await page.keyboard.press('w')
    await keys.press(toast('уйдёт через').getByRole('button', { name: 'Отправить сразу' }))
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
    await keys.press(fresh)
    await lines().filter({ hasText: 'Домен не открывается' }).waitFor()
    await page.keyboard.press('Escape')
  })

  it('several are taken at once, with a result for each', async () => {
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.getByText('Выбрано 2 билета').waitFor()
    await page.keyboard.press('k')
    await page.keyboard.press('x')
    await page.getByText('Выбран 1 билет').waitFor()
    await page.keyboard.press('x')
    await keys.press(page.getByRole('button', { name: 'Взять себе' }))
    await page.getByText('Изменено 2 билета').waitFor()
  })

  it('a list is narrowed to a department and a plan, and widened again', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('a')
    const standard = lines().filter({ hasText: 'Не приходят письма о заказах' })
    await standard.waitFor()
    const all = await lines().count()
    const narrowTo = async (label: string, choice: string) => {
      const choices = page.getByLabel(label, { exact: true })
      await keys.choose(choices, async () => (await choices.inputValue()) === choice)
    }
    await narrowTo('Отдел', 'technical')
    await page.getByText('Всё разобрано').waitFor()
    await narrowTo('Отдел', 'consultations')
    await expect.poll(() => lines().count()).toBe(all)
    await narrowTo('Тариф', 'standard')
    await expect.poll(() => lines().count()).toBe(1)
    await standard.waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect.poll(() => lines().count()).toBe(all)
  })

  it('one field finds by words, and a number leads to its ticket', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('терминал')
    await page.keyboard.press('Enter')
    await lines().filter({ hasText: 'Банк не подтверждает терминал' }).waitFor()
    await page.keyboard.press('Escape')
    await openTicket(sent.first)
    await page.getByRole('heading', { name: 'Корзина показывает ноль' }).waitFor()
  })

  it('keys that come faster than the page draws go where she meant them', async () => {
    await toQueue()
    await page.keyboard.press('/')
    await keys.write(search(), 'корзина')
    await page.keyboard.press('Enter')
    await lines().filter({ hasText: 'Корзина показывает ноль' }).first().waitFor()
    await page.keyboard.press('Escape')
    const { written, chosenBy } = await page.evaluate(async () => {
      const press = (key: string, code: string) =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }))
      /** Everything that is done before the next event, and no frame. */
      const settle = async () => {
        for (let turn = 0; turn < 20; turn++) await Promise.resolve()
      }
      const frames = () => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 100))
      press('Escape', 'Escape')
      await settle()
      press('/', 'Slash')
      const searched = document.querySelector<HTMLInputElement>('#search:focus')
      if (searched) searched.value = 'промокод'
      searched?.dispatchEvent(new InputEvent('input', { bubbles: true }))
      await frames()
      const kept = searched?.value
      searched?.blur()
      press('a', 'KeyA')
      await settle()
      return { written: kept, chosenBy: document.activeElement?.className }
    })
    expect(written).toBe('промокод')
    expect(chosenBy).toBe('picker-field')
    await page.keyboard.press('Escape')
    await openTicket(sent.first)
  })

  it('what is still on its way takes no key that was meant for it, and leads nobody back', async () => {
    const slow = await signedIn(agents.anna)
    /** Holds what matches until it is let go; tells when it was asked for. */
    const hold = async (pattern: RegExp) => {
      let letGo = () => {}
      const isLetGo = new Promise<void>((done) => (letGo = done))
      await slow.page.route(pattern, (route) => isLetGo.then(() => route.continue()))
      return { letGo, isAsked: slow.page.waitForRequest(pattern) }
    }
    const sheets = await hold(/\/sheets-[^/]*\.js/)
    await slow.page.goto(`${server.origin}/staff#/ticket/${sent.first.id}`)
    await slow.page.locator('.ticket-title').waitFor()
    await slow.page.keyboard.press('a')
    await sheets.isAsked
    for (const key of ['d', 'r', 'm', 'g', 'u']) await slow.page.keyboard.press(key)
    sheets.letGo()
    await slow.page.getByRole('dialog', { name: 'Кто займётся' }).waitFor()
    expect(await slow.page.locator('.decision-form, .toast, .composer.is-open').count()).toBe(0)
    await slow.page.keyboard.press('Escape')

    const found = await hold(/\/tickets\?.*number=/)
    await slow.page.keyboard.press('Escape')
    await slow.page.keyboard.press('/')
    await slow.page.keyboard.type(String(sent.raced.number))
    await slow.page.keyboard.press('Enter')
    await found.isAsked
    await slow.page.keyboard.press('Escape')
    await slow.page.keyboard.press('g')
    await slow.page.keyboard.press('m')
    const answered = slow.page.waitForResponse(/\/tickets\?.*number=/)
    found.letGo()
    await (await answered).finished()
    await slow.page.locator('.line').first().waitFor()
    expect(new URL(slow.page.url()).hash).toBe('#/mine')

    const both = await hold(/\/tickets\?.*number=/)
    for (const { number } of [sent.raced, sent.first]) {
      await slow.page.keyboard.press('/')
      await slow.page.keyboard.press('Control+A')
      await slow.page.keyboard.type(String(number))
      await slow.page.keyboard.press('Enter')
    }
    both.letGo()
    await slow.page.locator('.ticket-title', { hasText: `№ ${sent.first.number}` }).waitFor()
    await slow.context.close()
  })

  it('keys give it to a colleague, tag it, and close it with a word', async () => {
    await page.keyboard.press('a')
    await page.getByRole('dialog', { name: 'Кто займётся' }).waitFor()
    await page.keyboard.type('бор')
    await page.keyboard.press('Enter')
    await aside().getByText('Борис', { exact: true }).waitFor()
    await page.keyboard.press('t')
    await page.getByRole('dialog', { name: 'Метки' }).waitFor()
    await page.keyboard.type('корзина')
    await page.getByText('Создать «корзина»').waitFor()
    await page.keyboard.press('Enter')
    await aside().locator('.tag', { hasText: 'корзина' }).waitFor()
    await page.keyboard.press('d')
    await keys.write(field(), 'Счётчик корзины исправлен.')
    await page.keyboard.press('Control+Enter')
    await sendNow(sent.first)
    await page.locator('.bubble.decision', { hasText: 'Решено' }).waitFor()
    expect(await desk.ticket(sent.first.id)).toMatchObject({ assignee: 'Борис', status: 'resolved' })
  })

  it('the reports lead to the tickets that were late, and to those that an article did not spare', async () => {
    const late = await desk.write('free', 'Счёт за полгода', 'Нужен счёт на оплату тарифа за полгода.')
    const toReports = async () => {
      await toQueue()
      await page.keyboard.press('g')
      await page.keyboard.press('r')
    }
    await toReports()
    const free = page.locator('figure', { has: page.getByText('Free', { exact: true }) })
    await keys.press(free.getByRole('link', { name: 'Опоздавшие: 1' }))
    await lines().filter({ hasText: 'Счёт за полгода' }).waitFor()
    expect(await lines().count()).toBe(1)
    await expect.poll(() => lines().locator('time').getAttribute('class')).toBe('due late')
    await page.keyboard.press('Enter')
    await page.locator('.ticket-title', { hasText: `№ ${late.number}` }).waitFor()
    for (const [table, words] of [
      ['questions', 'ключ платёжного терминала'],
      ['articles', 'Ключ платёжного терминала'],
    ] as const) {
      await toReports()
      const row = page.locator(`.${table} tbody tr`, { hasText: words })
      expect(await row.locator('.meter rect').getAttribute('width')).toMatch(/^\d/)
      await keys.press(row.getByRole('link', { name: '1', exact: true }))
      await page.getByText(`Найдено по запросу «${words}»`).waitFor()
    }
    await toReports()
  })

  it('the reports name a question without an answer, and she writes the article that it lacked', async () => {
    const asked = page.locator('.questions tr', { hasText: 'гороскоп' })
    await keys.press(asked.getByRole('button', { name: 'Написать статью' }))
    const sheet = page.getByRole('dialog')
    expect(await sheet.getByLabel('Заголовок').inputValue()).toContain('гороскоп')
    await keys.write(sheet.getByLabel('Текст (Markdown)'), 'Гороскоп на витрину выводит модуль «Звёзды».')
    await keys.press(sheet.getByRole('button', { name: 'Опубликовать' }))
    await sheet.waitFor({ state: 'detached' })
    const { body } = await desk.staff<{ items: { excerpt: string }[] }>('/articles?q=гороскоп')
    expect(body.items[0]?.excerpt).toContain('Звёзды')
  })

  it('who may only read is offered nothing else, and told why', async () => {
    const body = { name: 'Глеб', scopes: ['read'] }
    const made = await desk.staff<{ token: string }>('/tokens', { token: agents.anna, body })
    const gleb = await signedIn(made.body.token)
    await gleb.page.keyboard.press('x')
    await gleb.page.getByRole('toolbar').getByText('только для чтения').waitFor()
    await gleb.page.keyboard.press('Enter')
    await gleb.page.locator('.notice', { hasText: 'только для чтения' }).waitFor()
    expect(await gleb.page.getByRole('button', { name: /Взять|Разделить|Ответить|Добавить метку/ }).count()).toBe(0)
    await gleb.page.keyboard.press('g')
    await gleb.page.keyboard.press('r')
    await gleb.page.getByText('Статьи пишет тот, чей токен с правом «admin»').waitFor()
    expect(await gleb.page.locator('.questions button').count()).toBe(0)
    expect(gleb.troubles).toEqual([])
    await gleb.context.close()
  })

  it('a token that is revoked asks her to sign in again over her page, with her words in it', async () => {
    const made = await call<{ id: string; token: string }>(`${server.origin}/v1/staff/tokens`, {
      token: agents.anna,
      body: { name: 'Вера', scopes: ['write'] },
    })
    const vera = await signedIn(made.body.token)
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

  it('the owner’s widget shows each: answers, article, extension, refusal, split, repeat, and nothing undone', async () => {
    const { owner, panel, read } = await ownerOf('premium')
    await read('Оплата картой не проходит', ['Проверьте ключ терминала, как в статье'], async () => {
      await panel.getByRole('button', { name: 'Статья по теме' }).click()
      await panel.getByRole('heading', { name: 'Ключ платёжного терминала' }).waitFor()
      await panel.getByText('Если оплата картой не проходит, проверьте ключ').waitFor()
      await panel.getByRole('button', { name: 'Назад' }).click()
    })
    await read('Нужна выгрузка за три года', ['Нужно больше времени', /Новый срок: .*5 мая/])
    await read('Банк не подтверждает терминал', [
      'Поддержка не сможет помочь',
      'Это работает на стороне другого сервиса.',
      'Терминал подтверждает банк: напишите туда.',
    ])
    await read('Два вопроса сразу', ['Логотип сменим здесь.', '«Промокод не действует»'])
    await read('В корзине снова ноль', [`в билете № ${sent.first.number}`])
    await read('Корзина показывает ноль', ['Вопрос решён', 'Счётчик корзины исправлен.'])
    await read('Промокод не действует', [/почему промокод не действует/i])
    await read('Как скрыть товар', ['Снимите галочку', 'Скройте товар переключателем'], async () => {
      expect(await panel.innerText()).not.toMatch(/Это уйти не должно|Вот что видит владелец/)
    })
    expect(owner.troubles).toEqual([])
    await owner.context.close()
  })

  it('another owner’s widget shows what waited for the network', async () => {
    const { owner, read } = await ownerOf('standard')
    await read('Не приходят письма о заказах', ['Письма снова уходят, проверьте.'])
    expect(owner.troubles).toEqual([])
    await owner.context.close()
  })

  it('their letters say the same, each to its ticket, and hang together', async () => {
    const about = (ticket: Sent) =>
      mailbox.letters.filter(({ subject }) => new RegExp(`№ ${ticket.number}\\b`).test(subject ?? ''))
    const told = (ticket: Sent) => about(ticket).map(({ text }) => text ?? '')
    await expect.poll(() => told(sent.standard).length, { timeout: 20_000 }).toBe(2)
    const [receipt, answer] = about(sent.premium)
    expect(receipt?.to).toEqual([{ name: '', address: 'marina@samovar.example' }])
    expect(receipt?.text).toContain('Ответим до')
    expect(answer?.text).toMatch(
      /Анна отвечает.*Проверьте ключ терминала, как в статье\..*Статья «Ключ платёжного терминала»/s,
    )
    expect(answer?.references).toBe(receipt?.references)
    expect(answer?.text).toContain(`?bilet=ticket%3A${sent.premium.id}.${sent.premium.number}`)
    expect(told(sent.slow)[1]).toMatch(/больше времени.*5 мая/s)
    expect(told(sent.refused)[1]).toMatch(/Причина: .*Терминал подтверждает банк/s)
    expect(told(sent.split)[1]).toContain('«Промокод не действует»')
    expect(told(sent.repeat)[1]).toContain(`повторяет билет № ${sent.first.number}`)
    expect(told(sent.raced)).toHaveLength(3)
    expect(mailbox.letters.map(({ text }) => text).join()).not.toMatch(/Это уйти не должно|Вот что видит владелец/)
  })

  it('a guest comes back by the link of their letter, reads the answer and answers it', async () => {
    const email = 'guest@mail.example'
    const question = await desk.writeAsGuest(email, 'Сколько стоит тариф', 'Хочу узнать цену тарифа на полгода.')
    await desk.answer(question.id, 'Полгода стоят как пять месяцев.')
    const letters = () => mailbox.letters.filter(({ to }) => to?.some(({ address }) => address === email))
    await expect.poll(() => letters().length, { timeout: 20_000 }).toBe(2)
    const [link = ''] = /http\S+bilet=guest\S+/.exec(letters()[1]?.text ?? '') ?? []
    const guest = await visit(browser, demoOf(server), server.origin)
    await guest.page.evaluate(() => fetch('/demo/session/guest', { method: 'PUT' }))
    await guest.page.goto(link)
    const panel = panelOf(guest.page)
    await panel.getByText('Полгода стоят как пять месяцев.').waitFor()
    await panel.getByRole('textbox').fill('Спасибо, беру.')
    await panel.getByRole('button', { name: 'Отправить' }).click()
    await expect.poll(async () => (await desk.ticket(question.id)).history.at(-1)?.text).toBe('Спасибо, беру.')
    expect(guest.troubles).toEqual([])
    await guest.context.close()
  })

  it('another program heard of all of it, and could verify every word', async () => {
    const heard = (ticket: Sent) =>
      receiver.verified.filter(({ data }) => data.ticket.number === ticket.number).map(({ type }) => type)
    await expect.poll(() => heard(sent.repeat).includes('decision.created'), { timeout: 20_000 }).toBe(true)
    expect(heard(sent.premium).toSorted()).toEqual(['message.created', 'ticket.created', 'ticket.updated'])
    expect(heard(sent.slow)).toContain('decision.created')
    expect(heard(sent.refused)).toContain('decision.created')
    const told = () => heard(sent.raced).filter((type) => type === 'message.created').length
    await expect.poll(told, { timeout: 20_000 }).toBe(4)
    expect(receiver.refused).toEqual([])
  })

  it('that program heard of every event of the stream once, each by its type', async () => {
    const types: Record<string, string> = {
      submitted: 'ticket.created',
      message: 'message.created',
      decision: 'decision.created',
    }
    const stream = await listenTo(server.origin, agents.anna)
    await expect.poll(() => stream.events.at(-1)?.text).toBe('Спасибо, беру.')
    await stream.close()
    const happened = stream.events.map(({ id, kind }) => `${types[kind] ?? 'ticket.updated'} ${id}`)
    const verified = () => receiver.verified.map(({ type, data }) => `${type} ${data.event.id}`)
    await expect.poll(() => verified().toSorted(), { timeout: 20_000 }).toEqual(happened.toSorted())
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
