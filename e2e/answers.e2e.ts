// The answer reaches the owner: in an open ticket, on another device, and on the button.
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, panelOf, pasteScreenshot, visit } from './support/browser.ts'
import type { Visit } from './support/browser.ts'
import { call } from './support/client.ts'
import { staffToken } from './support/identity.ts'
import { dataFolder, startServer } from './support/server.ts'
import type { RunningServer } from './support/server.ts'

/** Longer than the panel waits before it looks for news, milliseconds. */
const patience = 25_000

describe('an answer', () => {
  let browser: Browser
  let folder: Awaited<ReturnType<typeof dataFolder>>
  let server: RunningServer
  let desktop: Visit
  let phone: Visit
  let ticketId: string

  const answer = (text: string) =>
    call(`${server.origin}/v1/staff/tickets/${ticketId}/messages`, {
      token: staffToken,
      body: { text, visibility: 'public' },
    })

  beforeAll(async () => {
    folder = await dataFolder()
    server = await startServer(folder.path, { BILET_DEMO: '1' })
    browser = await launch()
    desktop = await visit(browser, `${server.origin}/`, server.origin)
    phone = await visit(browser, `${server.origin}/`, server.origin, { width: 390, height: 844 })
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await folder?.remove()
  })

  it('a simple question takes three clicks', async () => {
    await desktop.page.getByRole('button', { name: 'Помощь' }).click()
    const panel = panelOf(desktop.page)
    await panel.getByRole('textbox', { name: 'Чем помочь?' }).waitFor()
    await desktop.page.keyboard.type('Сколько стоит баннер на главной странице?')
    await panel.getByRole('button', { name: 'Написать в поддержку' }).click()
    await panel.getByRole('button', { name: 'Отправить', exact: true }).click()
    await panel.getByText('Билет принят').waitFor()
    const { body } = await call<{ items: { id: string; subject: string; department: string }[] }>(
      `${server.origin}/v1/staff/tickets`,
      { token: staffToken },
    )
    expect(body.items).toMatchObject([{ subject: 'Сколько стоит баннер на главной странице?', department: 'sales' }])
    ticketId = body.items[0]?.id ?? ''
  })

  it('a ticket takes four clicks, with a step and a screenshot', async () => {
    const { page, context } = await visit(browser, `${server.origin}/`, server.origin)
    const panel = panelOf(page)
    let clicks = 0
    const click = async (target: Locator) => {
      await target.click()
      clicks++
    }
    await click(page.getByRole('button', { name: 'Помощь' }))
    await panel.getByRole('textbox', { name: 'Чем помочь?' }).waitFor()
    await page.keyboard.type('Не сохраняется цена товара')
    await click(panel.getByRole('button', { name: 'Написать в поддержку' }))
    await expect
      .poll(() => panel.getByRole('textbox', { name: 'Что произошло' }).evaluate((field) => field.matches(':focus')))
      .toBe(true)
    await page.keyboard.type('Меняю цену, нажимаю «Сохранить», цена прежняя')
    await click(panel.getByRole('textbox', { name: 'Шаг 1' }))
    await page.keyboard.type('Открыл карточку товара')
    await pasteScreenshot(page)
    await panel.locator('.left .done', { hasText: 'скриншот' }).waitFor()
    await click(panel.getByRole('button', { name: 'Отправить', exact: true }))
    await panel.getByText('Билет принят').waitFor()
    expect(clicks).toBe(4)
    await context.close()
  })

  it('shows by itself in the ticket that is open, as new', async () => {
    const panel = panelOf(desktop.page)
    await panel.getByRole('button', { name: 'Открыть билет' }).click()
    await panel.getByRole('textbox', { name: 'Ваше сообщение' }).waitFor()
    expect((await answer('Баннер на неделю стоит 4 900 ₽.')).status).toBe(201)
    await panel.getByText('Баннер на неделю стоит 4 900 ₽.').waitFor({ timeout: patience })
    expect(await panel.locator('.bubble.is-new').count()).toBe(1)
  }, 60_000)

  it('shows at once when the owner comes back to the page', async () => {
    const { page, context } = await visit(browser, `${server.origin}/`, server.origin)
    // The beat by which an open panel looks for news stands still.
    await page.addInitScript(() => Object.assign(window, { setInterval: () => 0 }))
    await page.reload()
    const panel = panelOf(page)
    await page.getByRole('button', { name: 'Помощь' }).click()
    await panel.getByText('Сколько стоит баннер').click()
    await panel.getByText('Баннер на неделю стоит 4 900 ₽.').waitFor()
    for (const [event, said] of [
      ['focus', 'Макет можно прислать сюда.'],
      ['visibilitychange', 'Размер — 1200 × 400.'],
    ] as const) {
      await answer(said)
      await page.evaluate((name) => (name === 'focus' ? window : document).dispatchEvent(new Event(name)), event)
      await panel.getByText(said).waitFor()
    }
    await context.close()
  })

  it('what was read at the desk is no news on the phone', async () => {
    await phone.page.getByRole('button', { name: 'Помощь' }).click()
    const panel = panelOf(phone.page)
    await panel.getByText('Сколько стоит баннер').waitFor()
    expect(await panel.getByLabel('есть новое').count()).toBe(0)
    await panel.getByRole('button', { name: 'Закрыть' }).click()
  })

  it('a later one is unread on both, and read on both once it is seen on one', async () => {
    await panelOf(desktop.page).getByRole('button', { name: 'Закрыть' }).click()
    await answer('На месяц — 14 900 ₽.')
    const asked = () => phone.requests.filter((request) => request === 'GET /v1/tickets/unread').length
    const before = asked()
    const count = () => phone.page.getByRole('button', { name: 'Помощь' }).getAttribute('data-unread')
    // On the button before the panel is opened; what was asked a moment ago is not asked again by the next page.
    for (let pages = 0; pages < 2; pages++) {
      await phone.page.reload()
      await expect.poll(count).toBe('1')
    }
    expect(asked() - before).toBe(1)
    await phone.page.getByRole('button', { name: 'Помощь' }).click()
    const panel = panelOf(phone.page)
    await panel.getByLabel('есть новое').waitFor()
    await panel.getByText('Сколько стоит баннер').click()
    await panel.getByText('На месяц — 14 900 ₽.').waitFor()
    await desktop.page.reload()
    await desktop.page.getByRole('button', { name: 'Помощь' }).click()
    await panelOf(desktop.page).getByText('Сколько стоит баннер').waitFor()
    expect(await panelOf(desktop.page).getByLabel('есть новое').count()).toBe(0)
  })

  it('the link of a letter opens its ticket', async () => {
    const address = new URL(phone.page.url())
    address.searchParams.set('bilet', `ticket:${ticketId}.1`)
    await phone.page.goto(address.href)
    await panelOf(phone.page).getByText('На месяц — 14 900 ₽.').waitFor()
    expect(await panelOf(phone.page).locator('h1').innerText()).toBe('№ 1')
  })

  it('tickets stay in reach with a draft under way', async () => {
    const panel = panelOf(desktop.page)
    await panel.getByRole('textbox', { name: 'Чем помочь?' }).fill('не приходят письма')
    await panel.getByRole('button', { name: 'Написать в поддержку' }).click()
    await panel.getByRole('button', { name: 'Ваши билеты' }).click()
    await panel.getByText('Сколько стоит баннер').waitFor()
  })

  it('a draft that goes on with an open ticket goes to it whole, as the message that was shown, and makes no ticket', async () => {
    const { page, context, troubles } = await visit(browser, `${server.origin}/`, server.origin)
    const tickets = async () =>
      (
        await call<{ items: { id: string; subject: string }[] }>(`${server.origin}/v1/staff/tickets`, {
          token: staffToken,
        })
      ).body.items
    const before = await tickets()
    const panel = panelOf(page)
    await page.getByRole('button', { name: 'Помощь' }).click()
    await panel.getByRole('textbox', { name: 'Чем помочь?' }).fill('Не сохраняется цена товара')
    await panel.getByRole('button', { name: 'Написать в поддержку' }).click()
    await panel
      .getByRole('textbox', { name: 'Что произошло' })
      .fill('Меняю цену, нажимаю «Сохранить», цена прежняя. Так и с другим товаром.')
    await panel.getByRole('textbox', { name: 'Шаг 1' }).fill('Открыл карточку чайника')
    await panel.getByRole('textbox', { name: 'Шаг 1' }).press('Enter')
    await page.keyboard.type('Поставил цену 300 и нажал «Сохранить»')
    await pasteScreenshot(page)
    await panel.locator('.left .done', { hasText: 'скриншот' }).waitFor()
    await panel.getByRole('button', { name: 'Отправить', exact: true }).click()
    await panel.getByText('Похоже на билет №').waitFor()
    await panel.getByText('Сообщением в билет уйдёт').waitFor()
    const shown = (await panel.locator('.review .bubble').innerText()).trim()
    for (const words of ['Так и с другим товаром', 'Открыл карточку чайника', 'Поставил цену 300'])
      expect(shown).toContain(words)
    await panel.getByRole('button', { name: 'Дополнить его' }).click()
    await panel.getByRole('textbox', { name: 'Ваше сообщение' }).waitFor()
    await panel.locator('.bubble', { hasText: 'Так и с другим товаром' }).waitFor()
    expect(await panel.getByRole('textbox', { name: 'Ваше сообщение' }).inputValue()).toBe('')
    expect(await tickets()).toHaveLength(before.length)
    const id = before.find(({ subject }) => subject === 'Не сохраняется цена товара')?.id
    const { body } = await call<{ history: { kind: string; text?: string; attachments?: unknown[] }[] }>(
      `${server.origin}/v1/staff/tickets/${id}`,
      { token: staffToken },
    )
    const message = body.history.find(
      ({ kind, text }) => kind === 'message' && text?.includes('Так и с другим товаром'),
    )
    expect(message?.text).toBe(shown)
    expect(message?.attachments).toHaveLength(1)
    await page.reload()
    await page.getByRole('button', { name: 'Помощь' }).click()
    await panel.getByText('Телефоны').waitFor()
    expect(await panel.getByRole('textbox', { name: 'Чем помочь?' }).inputValue()).toBe('')
    expect(troubles).toEqual([])
    await context.close()
  })

  it('of a draft that is split each part has its own: the link and the steps stay with the first', async () => {
    const { page, context } = await visit(browser, `${server.origin}/`, server.origin)
    const panel = panelOf(page)
    const field = (name: string) => panel.getByRole('textbox', { name })
    const send = panel.getByRole('button', { name: /^Отправить/ })
    await page.getByRole('button', { name: 'Помощь' }).click()
    await field('Чем помочь?').fill(
      'Не сохраняется фильтр по цене в каталоге. Второй вопрос: сколько стоит заказать баннер на главную?',
    )
    await panel.getByRole('button', { name: 'Написать в поддержку' }).click()
    await field('Шаг 1').fill('Открыл каталог')
    await panel.getByRole('button', { name: 'Вставить ссылку' }).click()
    await field('Ссылка на снимок').fill('https://prnt.sc/abc123')
    await send.click()
    await panel.getByRole('button', { name: 'Разделить на 2 билета' }).click()
    await field('Шаг 1').waitFor()
    expect(await field('Шаг 1').inputValue()).toBe('Открыл каталог')
    expect(await field('Ссылка на снимок').inputValue()).toBe('https://prnt.sc/abc123')
    await send.click()
    await panel.getByRole('button', { name: 'Перейти к следующему (1)' }).click()
    // The form of the second part stands at its top, with the focus in it.
    await panel.getByText('Отдел продаж').first().waitFor()
    expect(await panel.locator('.content').evaluate((element) => element.scrollTop)).toBe(0)
    expect(await panel.evaluate((element) => element.matches(':focus-within'))).toBe(true)
    expect(await field('Ссылка на снимок').count()).toBe(0)
    await send.click()
    await panel.getByText('Билет принят').waitFor()
    const { body } = await call<{ items: { id: string; number: number }[] }>(`${server.origin}/v1/staff/tickets`, {
      token: staffToken,
    })
    const sent = await Promise.all(
      body.items
        .toSorted((a, b) => b.number - a.number)
        .slice(0, 2)
        .map(async ({ id }) => (await call(`${server.origin}/v1/staff/tickets/${id}`, { token: staffToken })).body),
    )
    expect(sent).toMatchObject([
      { department: 'sales', steps: [], screenshot: { links: [] } },
      { steps: ['Открыл каталог'], screenshot: { links: ['https://prnt.sc/abc123'] } },
    ])
    expect(sent[1]).not.toMatchObject({ department: 'sales' })
    await context.close()
  })

  it('a picture of a ticket opens large: it is zoomed and closed by keys, and not changed any more', async () => {
    const { page, context } = await visit(browser, `${server.origin}/`, server.origin)
    const panel = panelOf(page).first()
    await page.getByRole('button', { name: 'Помощь' }).click()
    await panel.getByRole('button', { name: 'Не сохраняется цена товара' }).first().click()
    await panel.getByRole('button', { name: 'Открыть снимок' }).first().click()
    const stage = panelOf(page).last()
    const canvas = stage.locator('canvas')
    const width = async () => Math.round((await canvas.boundingBox())?.width ?? 0)
    await expect.poll(width).toBe(320)
    expect(await stage.getByRole('button', { name: 'Приблизить' }).count()).toBe(1)
    expect(await stage.getByRole('button', { name: 'Изменить' }).count()).toBe(0)
    await page.keyboard.press('+')
    await expect.poll(width).toBe(480)
    await page.keyboard.press('Escape')
    await expect.poll(() => panel.locator('.stage').count()).toBe(0)
    expect(await panel.getByRole('textbox', { name: 'Ваше сообщение' }).isVisible()).toBe(true)
    await context.close()
  })

  it('the pages saw no error and no violation of their policy', () => {
    expect([...desktop.troubles, ...phone.troubles]).toEqual([])
  })
})
