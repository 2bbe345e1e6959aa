// The way of a ticket, screen by screen: what an owner meets when all goes well, and what guests and Free see of it.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, panelOf, visit } from './support/browser.ts'
import type { Visit } from './support/browser.ts'
import { screenshotPng } from './support/picture.ts'
import { become, launcherOf, looks, openGallery, topmost } from './support/screens.ts'
import { dataFolder, startServer } from './support/server.ts'
import type { RunningServer } from './support/server.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})

afterAll(() => browser?.close())

describe.each(looks)('%s', (name, look) => {
  let folder: Awaited<ReturnType<typeof dataFolder>>
  let server: RunningServer
  let owner: Visit
  let screen: Awaited<ReturnType<typeof openGallery>>
  const panel = () => panelOf(owner.page)

  async function openAs(persona: string) {
    await become(owner, persona)
    await owner.page.getByRole('button', { name: 'Помощь' }).click()
    await panel().getByRole('textbox', { name: 'Чем помочь?' }).waitFor()
    await panel().getByText('Телефоны').waitFor()
  }

  beforeAll(async () => {
    screen = await openGallery(name, () => owner)
    folder = await dataFolder()
    server = await startServer(folder.path, { BILET_DEMO: '1' })
    owner = await visit(browser, `${server.origin}/`, server.origin, look)
  }, 60_000)

  afterAll(async () => {
    await owner?.context.close()
    await server?.stop()
    await folder?.remove()
  })

  it('home', async () => {
    await owner.page.getByRole('button', { name: 'Помощь' }).click()
    await panel().getByRole('textbox', { name: 'Чем помочь?' }).waitFor()
    await panel().getByText('Телефоны').waitFor()
    await screen('1-home')
  })

  it('suggestions', async () => {
    await panel().getByRole('textbox', { name: 'Чем помочь?' }).fill('как подключить свой домен')
    await panel().locator('.suggestions button').first().waitFor()
    await screen('2-suggestions')
  })

  it('article, and a question that it solved', async () => {
    await panel().locator('.suggestions button').first().click()
    await panel().getByText('Помогло?').waitFor()
    await screen('3-article')
    await panel().getByRole('button', { name: 'Да, вопрос решён' }).click()
    await panel().getByText('Вернуть').waitFor()
    await screen('3-solved')
    await panel().getByText('Вернуть').click()
    await panel().getByRole('textbox', { name: 'Ваш вопрос' }).waitFor()
  })

  it('ticket, empty and pressed', async () => {
    await screen('4-ticket-question')
    await panel().getByRole('textbox', { name: 'Ваш вопрос' }).fill('как подключить свой домен: магазин не открывается')
    await panel().getByRole('button', { name: 'Отправить', exact: true }).click()
    await screen('4-ticket-missing')
  })

  it('ticket, whole', async () => {
    await panel()
      .getByRole('textbox', { name: 'Что произошло' })
      .fill('Прописал записи домена два дня назад, но магазин по нему не открывается: пишет, что сайт не найден.')
    await panel().getByRole('textbox', { name: 'Шаг 1' }).fill('Добавил A-запись у регистратора')
    await panel().getByRole('textbox', { name: 'Шаг 1' }).press('Enter')
    await panel()
      .getByRole('textbox', { name: 'Шаг 2' })
      .fill('Открыл shop.example: «Не удаётся получить доступ к сайту»')
    const file = { name: 'домен.png', mimeType: 'image/png', buffer: screenshotPng }
    await panel().locator('input[type=file]').setInputFiles(file)
    await expect.poll(() => panel().locator('.left .todo').count()).toBe(0)
    await screen('5-ticket-whole')
  })

  it('its picture, opened and changed', async () => {
    await panel().locator('.picture .open').click()
    await panel().locator('.stage canvas').first().waitFor()
    await screen('5-viewer')
    await topmost(owner.page).getByRole('button', { name: 'Изменить' }).click()
    await topmost(owner.page).getByRole('radio', { name: 'Закрасить' }).waitFor()
    await screen('5-editor')
    await topmost(owner.page).getByRole('button', { name: 'Не менять' }).click()
    await expect.poll(() => panel().locator('.stage').count()).toBe(0)
  })

  it('sent', async () => {
    await panel()
      .getByRole('button', { name: /^Отправить/ })
      .click()
    await panel().getByText('Билет принят').waitFor()
    await screen('7-sent')
  })

  it('before sending: several questions (R16), and one that is like an open ticket (R17)', async () => {
    await owner.page.reload()
    await owner.page.getByRole('button', { name: 'Помощь' }).click()
    await panel()
      .getByRole('button', { name: /Написать в поддержку|Продолжить/ })
      .click()
    await panel()
      .getByRole('textbox', { name: 'Ваш вопрос' })
      .fill(
        '1. Прописал записи домена два дня назад, но магазин по нему не открывается: пишет, что сайт не найден.\n2. Как сделать промокод на скидку 10 % для новых покупателей?',
      )
    await panel().getByRole('button', { name: 'Это просто вопрос' }).click()
    await panel()
      .getByRole('button', { name: /^Отправить/ })
      .click()
    await panel().getByText('Похоже, здесь несколько вопросов').waitFor()
    await screen('6-review')
    await panel().getByRole('button', { name: 'Назад' }).click()
    await panel()
      .getByRole('textbox', { name: 'Ваш вопрос' })
      .fill('Прописал записи домена, а магазин по нему так и не открывается: пишет, что сайт не найден.')
    await panel()
      .getByRole('button', { name: /^Отправить/ })
      .click()
    await panel().getByText('Похоже на билет № 1').waitFor()
    await screen('6-like-ticket')
  })

  it('my tickets and one of them', async () => {
    await owner.page.reload()
    await owner.page.getByRole('button', { name: 'Помощь' }).click()
    const field = panel().getByRole('textbox', { name: 'Чем помочь?' })
    await field.waitFor()
    // The words kept on the device come with the sign-in.
    await expect.poll(() => field.inputValue()).toContain('Прописал записи домена')
    await field.fill('')
    await panel().getByRole('button', { name: 'Все билеты' }).click()
    await panel().getByText('как подключить свой домен: магазин не открывается').waitFor()
    await screen('8-tickets')
    await panel().getByText('как подключить свой домен: магазин не открывается').click()
    await panel().getByRole('textbox', { name: 'Ваше сообщение' }).waitFor()
    await screen('8-ticket')
  })

  it('without a network every word stays, and says so', async () => {
    await owner.context.setOffline(true)
    await panel().getByText('Нет сети').waitFor()
    await screen('9-offline')
    await owner.context.setOffline(false)
  })

  it('a free plan, and its ticket', async () => {
    await openAs('free')
    await screen('10-free-home')
    await panel().getByRole('button', { name: 'Написать в поддержку' }).click()
    await panel().getByRole('textbox', { name: 'Ваш вопрос' }).fill('Сколько стоит тариф Premium')
    await screen('10-free-ticket')
  })

  it('a guest', async () => {
    await openAs('guest')
    await screen('11-guest-home')
    await panel().getByRole('button', { name: 'Написать в поддержку' }).click()
    await panel().getByRole('textbox', { name: 'Ваш вопрос' }).waitFor()
    await screen('11-guest-ticket')
  })

  it('on the left', async () => {
    await owner.page.addInitScript(() => {
      const move = () => document.querySelector('script[data-locale]')?.setAttribute('data-position', 'left')
      new MutationObserver(move).observe(document, { childList: true, subtree: true })
    })
    await owner.page.reload()
    const launcher = launcherOf(owner.page)
    await launcher.waitFor()
    await screen('12-left-button')
    expect.soft((await launcher.boundingBox())?.x).toBe(16)
    await launcher.click()
    await panel().getByText('Телефоны').waitFor()
    expect.soft((await panel().boundingBox())?.x).toBe(name.startsWith('phone') ? 0 : 16)
    await screen('12-left-home')
  })
})
