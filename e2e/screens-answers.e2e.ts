// What an owner sees of the desk's answers: none yet, a count on the button, words and decisions in a ticket.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { launch, panelOf, visit } from './support/browser.ts'
import type { Visit } from './support/browser.ts'
import { agentSettings, openDesk } from './support/desk.ts'
import { become, launcherOf, looks, openGallery } from './support/screens.ts'
import { dataFolder, startServer } from './support/server.ts'
import type { RunningServer } from './support/server.ts'

let browser: Browser
let folder: Awaited<ReturnType<typeof dataFolder>>
let server: RunningServer
let desk: ReturnType<typeof openDesk>

beforeAll(async () => {
  folder = await dataFolder()
  server = await startServer(folder.path, { BILET_DEMO: '1', BILET_STAFF_TOKENS: agentSettings })
  desk = openDesk(server)
  browser = await launch()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await folder?.remove()
})

describe.each(looks)('%s', (name, look, persona) => {
  let owner: Visit
  let screen: Awaited<ReturnType<typeof openGallery>>
  const panel = () => panelOf(owner.page)

  beforeAll(async () => {
    screen = await openGallery(name, () => owner)
    owner = await visit(browser, `${server.origin}/`, server.origin, look)
    await become(owner, persona)
  }, 60_000)

  afterAll(() => owner?.context.close())

  it('no tickets yet', async () => {
    await launcherOf(owner.page).click()
    await panel().getByRole('button', { name: 'Написать в поддержку' }).click()
    await panel().getByRole('button', { name: 'Ваши билеты' }).click()
    await panel().getByText('Билетов пока нет').waitFor()
    await screen('8-tickets-empty')
    await panel().getByRole('button', { name: 'Написать в поддержку' }).click()
    await panel().getByRole('textbox', { name: 'Ваш вопрос' }).waitFor()
  })

  it('a count on the button', async () => {
    const slow = await desk.write(persona, 'Выгрузка за три года', 'Нужны все заказы за три года одним файлом.')
    const theirs = await desk.write(persona, 'Корзина показывает ноль', 'Добавляю товар, счётчик остаётся на нуле.')
    await desk.staff(`/tickets/${slow.id}/messages`, {
      body: {
        text: 'Добрый день. Проверили выгрузку: за год она готовится две минуты, за три — дольше, чем позволяет сервер.',
        visibility: 'public',
        articleId: 'domain-mail',
      },
    })
    await desk.staff(`/tickets/${slow.id}/decisions`, {
      body: {
        kind: 'extend',
        reason: 'needs_development',
        until: new Date(Date.now() + 5 * 86_400_000).toISOString(),
        text: 'Научим выгрузку собирать файл по частям.',
      },
    })
    await desk.staff(`/tickets/${theirs.id}/decisions`, {
      body: { kind: 'refuse', reason: 'no_information', text: 'Не увидели, в какой теме это происходит.' },
    })
    await owner.page.reload()
    await owner.page.locator('#bilet .launcher[data-unread="2"]').waitFor()
    await screen('13-count')
  })

  it('a ticket with an answer and a decision, and one that was refused', async () => {
    await launcherOf(owner.page).click()
    await panel().getByLabel('есть новое').first().waitFor()
    await screen('8-home-unread')
    await panel().getByText('Выгрузка за три года').click()
    await panel().getByText('Новый срок').waitFor()
    // Words of the desk go over to another language with the page.
    for (const [locale, reason] of [
      ['uk', 'Потрібна докладна діагностика'],
      ['ru', 'Нужна подробная диагностика'],
    ] as const) {
      await owner.page.evaluate(`window.Bilet.setLocale('${locale}')`)
      await panel().getByText(reason).waitFor()
    }
    await screen('8-ticket-answered')
    await panel().getByRole('button', { name: 'Назад' }).click()
    await panel().getByText('Корзина показывает ноль').click()
    await panel().getByText('Не увидели, в какой теме').waitFor()
    await screen('8-ticket-refused')
  })
})
