// What each kind of owner meets: Free, Premium, a guest; and what is left on the device when they change.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launch, panelOf, visit } from './support/browser.ts'
import type { Visit } from './support/browser.ts'
import { call } from './support/client.ts'
import { staffToken } from './support/identity.ts'
import { screenshotPng } from './support/picture.ts'
import { dataFolder, startServer } from './support/server.ts'
import type { RunningServer } from './support/server.ts'

describe('owners', () => {
  let browser: Browser
  let folder: Awaited<ReturnType<typeof dataFolder>>
  let server: RunningServer
  let owner: Visit
  const panel = () => panelOf(owner.page)
  const department = (name: RegExp) => panel().getByRole('radio', { name })

  async function signInAs(persona: 'Free' | 'Premium' | 'Гость') {
    await owner.page.getByRole('button', { name: persona, exact: true }).click()
    await owner.page.getByRole('button', { name: persona, exact: true, pressed: true }).waitFor()
  }

  async function openTicket() {
    await owner.page.getByRole('button', { name: 'Помощь' }).click()
    await panel()
      .getByRole('button', { name: /Написать в поддержку|Продолжить/ })
      .click()
    await panel().getByRole('textbox', { name: 'Ваш вопрос' }).waitFor()
  }

  const question = () => panel().getByRole('textbox', { name: 'Ваш вопрос' })

  beforeAll(async () => {
    folder = await dataFolder()
    server = await startServer(folder.path, { BILET_DEMO: '1' })
    browser = await launch()
  }, 60_000)

  beforeEach(async () => {
    owner = await visit(browser, `${server.origin}/`, server.origin)
  })

  afterEach(async () => {
    await owner.context.close()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await folder?.remove()
  })

  it('what an owner opens on a page of the admin is what the next one is shown there before typing', async () => {
    const page = `${server.origin}/#/design`
    await owner.page.goto(page)
    await owner.page.getByRole('button', { name: 'Помощь' }).click()
    await panel().getByRole('textbox', { name: 'Чем помочь?' }).fill('не приходят письма о заказах')
    const article = panel().locator('.suggestions button').first()
    await article.waitFor()
    const title = (await article.locator('b').textContent()) ?? ''
    await article.click()
    await panel().getByText('Помогло?').waitFor()
    const asked = { method: 'POST', body: { subject: '', pageUrl: page } }
    const shown = async () => JSON.stringify((await call(`${server.origin}/v1/suggestions`, asked)).body)
    await expect.poll(shown, { interval: 2_000 }).toContain(title)

    const next = await visit(browser, page, server.origin)
    await next.page.getByRole('button', { name: 'Помощь' }).click()
    await panelOf(next.page).getByText('Спрашивают на этой странице').waitFor()
    expect(await panelOf(next.page).getByRole('button', { name: title }).count()).toBe(1)
    await next.context.close()
  })

  it('a Free owner sees before typing which departments are closed, and why (R3)', async () => {
    await signInAs('Free')
    await owner.page.getByRole('button', { name: 'Помощь' }).click()
    await panel().getByText('Сейчас вам открыт Отдел продаж').waitFor()
    await panel().getByRole('button', { name: 'Написать в поддержку' }).click()
    await panel().getByRole('button', { name: 'Изменить' }).click()
    expect(await department(/Технический отдел/).isDisabled()).toBe(true)
    expect(await department(/Консультации/).isDisabled()).toBe(true)
    expect(await department(/Отдел продаж/).isEnabled()).toBe(true)
    expect(await panel().innerText()).toContain('Недоступен на вашем тарифе')
  })

  it('a Premium owner is promised three hours of support time (R5)', async () => {
    await signInAs('Premium')
    await owner.page.getByRole('button', { name: 'Помощь' }).click()
    await panel().getByText('На тарифе Premium отвечаем не позже чем через 3 часа работы поддержки').waitFor()
  })

  it('a guest writes to Sales with an e-mail, and staff see that nobody vouches for them', async () => {
    await signInAs('Гость')
    await openTicket()
    await panel().getByRole('button', { name: 'Изменить' }).click()
    expect(await department(/Технический отдел.*войдите в магазин/).isDisabled()).toBe(true)
    expect(await panel().innerText()).not.toContain('тарифе')
    await panel().getByRole('textbox', { name: 'Ваш вопрос' }).fill('Сколько стоит баннер на главную')
    await panel()
      .getByRole('button', { name: /^Отправить/ })
      .click()
    await panel().getByText('Укажите почту').first().waitFor()
    const email = panel().getByRole('textbox', { name: /[Пп]очта/ })
    await email.fill('guest@shop')
    await panel().getByText('Проверьте адрес').waitFor()
    await email.fill('guest@shop.example')
    await panel()
      .getByRole('button', { name: /^Отправить/ })
      .click()
    await panel().getByText('Билет принят').waitFor()
    const { body } = await call<{ items: { verified: boolean; department: string; requester: { email: string } }[] }>(
      `${server.origin}/v1/staff/tickets?verified=false`,
      { token: staffToken },
    )
    expect(body.items).toMatchObject([
      { verified: false, department: 'sales', requester: { email: 'guest@shop.example' } },
    ])
  })

  it('words survive a reload, and never pass to another owner', async () => {
    await openTicket()
    await question().fill('Секрет первого магазина')
    await owner.page.reload()
    await openTicket()
    expect(await question().inputValue()).toBe('Секрет первого магазина')
    await panel().getByRole('button', { name: 'Закрыть' }).click()
    await signInAs('Premium')
    await openTicket()
    expect(await question().inputValue()).toBe('')
    const kept = await owner.page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
    expect(kept).not.toContain('Секрет')
  })

  it('pictures that wait never pass to another owner either', async () => {
    const kept = () =>
      owner.page.evaluate(async () => {
        if (!(await indexedDB.databases()).some(({ name }) => name === 'bilet:user')) return []
        const request = indexedDB.open('bilet:user')
        const database = await new Promise<IDBDatabase>((resolve) => {
          request.addEventListener('success', () => resolve(request.result))
        })
        const keys = database.transaction('kept').objectStore('kept').getAllKeys()
        await new Promise((resolve) => keys.addEventListener('success', resolve))
        database.close()
        return keys.result.map(String)
      })
    await owner.page.route('**/v1/attachments', (route) => route.abort())
    const attach = async () => {
      await openTicket()
      await question().fill('Не сохраняется цена товара')
      const picture = { name: 'secret.png', mimeType: 'image/png', buffer: screenshotPng }
      await panel().locator('input[type=file]').first().setInputFiles(picture)
      await panel().locator('.picture.failed').waitFor()
      await panel().getByRole('button', { name: 'Закрыть' }).click()
    }
    await attach()
    await expect.poll(async () => (await kept()).length).toBeGreaterThan(0)
    const first = await kept()
    await signInAs('Premium')
    await attach()
    await expect.poll(async () => (await kept()).length).toBe(first.length)
    expect((await kept()).filter((key) => first.includes(key))).toEqual([])
  })

  it('a ticket written without a network is sent when it comes back, once', async () => {
    await openTicket()
    await panel().getByRole('textbox', { name: 'Ваш вопрос' }).fill('Не сохраняется цена товара')
    await panel().getByRole('textbox', { name: 'Что произошло' }).fill('Меняю цену, нажимаю «Сохранить», цена прежняя.')
    await panel().getByText('подобрали по тексту').waitFor()
    await panel().getByRole('button', { name: 'Происходит само' }).click()
    await panel().getByRole('button', { name: 'Показать нечего' }).click()
    await owner.context.setOffline(true)
    await panel()
      .getByRole('button', { name: /^Отправить/ })
      .click()
    await panel().getByText('Отправим, когда появится сеть').waitFor()
    await owner.context.setOffline(false)
    await panel().getByText('Билет принят').waitFor()
    const { body } = await call<{ items: { subject: string }[] }>(`${server.origin}/v1/staff/tickets`, {
      token: staffToken,
    })
    expect(body.items.filter(({ subject }) => subject === 'Не сохраняется цена товара')).toHaveLength(1)
  })
})
