// Every screen of the inbox in the looks that agents have: taken as pictures into .cache/screens, measured, and read by axe.
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violations } from './support/accessibility.ts'
import { launch, pasteScreenshot, visit } from './support/browser.ts'
import type { Look, Visit } from './support/browser.ts'
import { agents, agentSettings, openDesk } from './support/desk.ts'
import type { Sent } from './support/desk.ts'
import { dataFolder, startServer } from './support/server.ts'
import type { RunningServer } from './support/server.ts'

const pictures = fileURLToPath(new URL('../.cache/screens/', import.meta.url))

const looks: [string, Look][] = [
  ['wide-light', { width: 1280, height: 800, colorScheme: 'light' }],
  ['wide-dark', { width: 1280, height: 800, colorScheme: 'dark' }],
  ['phone-light', { width: 390, height: 844, colorScheme: 'light' }],
  ['phone-dark', { width: 390, height: 844, colorScheme: 'dark' }],
]

const tickets: ['free' | 'standard' | 'premium', string, string][] = [
  [
    'premium',
    'Не приходят письма о заказах',
    'После оплаты покупатель не получает письмо. Раньше письма приходили сразу.',
  ],
  ['premium', 'Выгрузка на площадку остановилась', 'Файл не обновляется с понедельника, а ошибок в панели нет.'],
  ['standard', 'Корзина показывает ноль', 'Добавляю товар с вариантами, счётчик меняется на ноль.'],
  [
    'standard',
    'Изменить карточку товара, чтобы характеристики шли в два столбца на широком экране',
    'Как это сделать?',
  ],
  ['free', 'Счёт на оплату тарифа', 'Нужен счёт на полгода и закрывающие документы.'],
]

/** Elements that stick out of the page sideways; what scrolls by itself may. */
const overflowing = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('#inbox *')]
      .filter((element) => {
        const box = element.getBoundingClientRect()
        const isOut = box.width > 0 && (box.left < -1 || box.right > innerWidth + 1)
        return isOut && !element.closest('.sidebar, .wide-content, .unseen')
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  )

let browser: Browser
let folder: Awaited<ReturnType<typeof dataFolder>>
let server: RunningServer
let desk: ReturnType<typeof openDesk>
let first: Sent | undefined

/** Letters that Russian has and the language has not. */
const foreign = { uk: /[ыэъё]/i, en: /[а-яёіїєґ]/i }

beforeAll(async () => {
  await mkdir(pictures, { recursive: true })
  folder = await dataFolder()
  server = await startServer(folder.path, { BILET_DEMO: '1', BILET_STAFF_TOKENS: agentSettings })
  desk = openDesk(server)
  for (const [persona, subject, description] of tickets) {
    const ticket = await desk.write(persona, subject, description)
    first ??= ticket
  }
  await desk.answer(first?.id ?? '', 'Проверили: письма уходят. Посмотрите папку «Спам».')
  await desk.staff(`/tickets/${first?.id}/tags/почта`, { method: 'PUT' })
  const closed = await desk.write('premium', 'Как сменить логотип', 'Хочу сменить логотип в шапке магазина.')
  await desk.staff(`/tickets/${closed.id}/decisions`, { body: { kind: 'resolve', text: 'Настройки, «Вид».' } })
  const reply = { title: 'Приветствие', text: 'Здравствуйте, {{name}}.', locale: 'ru' }
  await desk.staff('/replies/hello', { method: 'PUT', body: reply })
  await desk.ask('premium', 'настроить чат-бота с гороскопом')
  browser = await launch()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await folder?.remove()
})

describe.each(looks)('%s', (name, look) => {
  let agent: Visit
  let page: Page
  let token: { id: string; token: string }

  /** Takes the screen and holds it to what every screen must keep. */
  async function screen(title: string) {
    await page.waitForLoadState('domcontentloaded')
    await page.screenshot({ path: `${pictures}inbox-${name}-${title}.png` })
    expect.soft(await overflowing(page), `${title} fits its width`).toEqual([])
    expect.soft(await violations(page, 'body'), `${title} is accessible`).toEqual([])
  }

  const at = (hash: string) => page.goto(`${server.origin}/staff${hash}`)

  /** The sheet that is opened so, as a screen; then it is closed. */
  async function sheet(title: string, open: () => Promise<void>) {
    await open()
    await page.getByRole('dialog').waitFor()
    await screen(title)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  const press = (button: string) => page.getByRole('button', { name: button, exact: true }).click()

  beforeAll(async () => {
    const body = { name: `Вера ${name}`, scopes: ['admin'] }
    token = (await desk.staff<typeof token>('/tokens', { token: agents.anna, body })).body
    agent = await visit(browser, `${server.origin}/staff`, server.origin, look)
    page = agent.page
  })
  afterAll(() => agent?.context.close())

  it('sign-in', async () => {
    await page.getByLabel('Токен').waitFor()
    await screen('0-sign-in')
  })

  it('queue', async () => {
    await page.getByLabel('Токен').fill(token.token)
    await page.getByRole('button', { name: 'Войти' }).click()
    await page.locator('.line').nth(3).waitFor()
    await screen('1-queue')
  })

  it('several ticked', async () => {
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.getByText('Выбрано 2 билета').waitFor()
    await screen('2-ticked')
    for (const button of ['Назначить', 'Метка', 'Отдел', 'Решение'])
      await sheet(`2-bulk-${button}`, () => page.getByRole('toolbar').getByRole('button', { name: button }).click())
    await page.keyboard.press('Escape')
  })

  it('what became of each', async () => {
    await at('#/all')
    await page.locator('.line.current', { hasText: 'Как сменить логотип' }).waitFor()
    await page.keyboard.press('x')
    await page.getByRole('toolbar').getByRole('button', { name: 'Решение' }).click()
    await press('Закрыть как решённый')
    await page.locator('.bulk-results').getByText('билет закрыт').waitFor()
    await screen('2-results')
    await page.getByRole('button', { name: 'Отмена' }).click()
  })

  it('ticket with its thread', async () => {
    await at(`#/ticket/${first?.id}`)
    await page.getByText('Посмотрите папку «Спам».').waitFor()
    await screen('3-ticket')
  })

  it('answer, note and decision', async () => {
    await page.locator('.composer textarea').fill('Здравствуйте. Письма снова уходят, проверьте, пожалуйста.')
    await screen('4-answer')
    await page.getByRole('button', { name: 'Заметка', exact: true }).click()
    await screen('4-note')
    await page.getByRole('button', { name: 'Решение', exact: true }).click()
    await page.locator('.decision-form').getByRole('button', { name: 'Отказать' }).click()
    await page.getByLabel('Причина').selectOption('third_party_service')
    await screen('5-decision')
    await page.getByRole('button', { name: 'Ответ владельцу' }).click()
    await page.locator('.composer textarea').fill('')
  })

  it('sheets: articles, splitting, keys', async () => {
    await page.locator('.composer textarea').press('#')
    await page.getByRole('region', { name: 'Посмотреть' }).waitFor()
    await screen('6-articles')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Разделить' }).click()
    await page.getByRole('dialog').waitFor()
    await screen('6-split')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Клавиши' }).waitFor()
    await screen('7-keys')
    await page.keyboard.press('Escape')
  })

  it('sheets: canned replies, colleagues, tags, repeats', async () => {
    await sheet('6-replies', () => press('Шаблон'))
    await sheet('6-assign', () => press('Назначить'))
    await sheet('6-tag', () => press('Добавить метку'))
    await sheet('6-duplicate', () => press('Это повтор'))
    expect(await page.locator('.composer textarea').inputValue()).toBe('')
  })

  it('a picture, as large as the window', async () => {
    await page.locator('.composer textarea').click()
    await pasteScreenshot(page)
    await sheet('7-picture', async () => {
      await page.locator('.composer .thumbnail').click()
      await page.locator('.viewer img').waitFor()
    })
    await page
      .locator('.composer')
      .getByRole('button', { name: /^Убрать: / })
      .click()
  })

  it('an answer on its way, and one that a colleague was quicker than', async () => {
    await page.locator('.composer textarea').fill('Письма снова уходят.')
    await page.keyboard.press('Control+Enter')
    await page.locator('.toast').waitFor()
    await screen('7-toast')
    // The next one can be answered at once: nothing lies over its button.
    await page.locator('.composer textarea').fill('И ещё одно.')
    expect(await page.locator('.toast').count()).toBe(1)
    await page.getByRole('button', { name: 'Ответить', exact: true }).click({ trial: true })
    await page.locator('.composer textarea').fill('')
    await desk.answer(first?.id ?? '', 'Проверьте почту ещё раз.')
    await press('Отправить сразу')
    const conflict = page.getByRole('alertdialog')
    await conflict.waitFor()
    await screen('7-conflict')
    await conflict.getByRole('button', { name: 'Отмена' }).click()
    await page.locator('.composer textarea').fill('')
  })

  it('reports', async () => {
    await at('#/reports')
    await page.locator('figure').first().waitFor()
    await page.locator('summary').first().click()
    await screen('8-reports')
    await sheet('8-new-article', () => page.getByRole('button', { name: 'Написать статью' }).first().click())
  })

  it.each(['uk', 'en'] as const)('queue, ticket and reports in %s, with every word', async (locale) => {
    const language = page.locator('.account select')
    await language.selectOption(locale)
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(locale)
    const told = async (title: string) => {
      await screen(`${title}-${locale}`)
      expect(await page.locator('#inbox').innerText()).not.toMatch(/undefined|NaN|\[object/)
      const own = page.locator('.tabs, .head h1, .columns, .aside h2, .composer button, .reports h2, .reports thead')
      expect((await own.allInnerTexts()).join(' ')).not.toMatch(foreign[locale])
    }
    await at('#/due')
    await page.locator('.line').first().waitFor()
    await told('1-queue')
    await at(`#/ticket/${first?.id}`)
    await page.getByText('Посмотрите папку «Спам».').waitFor()
    await told('3-ticket')
    await at('#/reports')
    await page.locator('figure').first().waitFor()
    await told('8-reports')
    await language.selectOption('ru')
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('ru')
  })

  it('empty, with what falls due next', async () => {
    await at('#/mine')
    await page.getByText('Всё разобрано').waitFor()
    await page.getByText('Следующий срок').waitFor()
    await screen('9-empty')
  })

  it('without a network', async () => {
    await at('#/due')
    await page.locator('.line').first().waitFor()
    await agent.context.setOffline(true)
    await page.getByText('Нет сети').waitFor()
    await screen('9-offline')
    await agent.context.setOffline(false)
  })

  it('asked to sign in again', async () => {
    await at(`#/ticket/${first?.id}`)
    await page.locator('.ticket-title').waitFor()
    await desk.staff(`/tokens/${token.id}`, { token: agents.anna, method: 'DELETE' })
    await page.getByRole('dialog', { name: 'Вход больше не действует' }).waitFor()
    await screen('9-lost')
  })
})
