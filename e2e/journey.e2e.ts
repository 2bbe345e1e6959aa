// The whole way of one ticket in a real browser, on the demo shop admin, from the first click to staff and back.
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, panelOf, visit } from './support/browser.ts'
import type { Visit } from './support/browser.ts'
import { call } from './support/client.ts'
import { staffToken } from './support/identity.ts'
import { screenshotPng } from './support/picture.ts'
import { dataFolder, freePort, startServer } from './support/server.ts'
import type { RunningServer } from './support/server.ts'

const description =
  'После оплаты покупатель не получает письмо о заказе. Раньше письма приходили сразу, со вчерашнего дня их нет.'

/** Whether an element lies within the visible part of another. */
async function isSeen(element: Locator, inside: Locator) {
  const [box, frame] = [await element.boundingBox(), await inside.boundingBox()]
  return Boolean(box && frame && box.y >= frame.y && box.y + box.height <= frame.y + frame.height)
}

describe('the way of one ticket', () => {
  let browser: Browser
  let folder: Awaited<ReturnType<typeof dataFolder>>
  let server: RunningServer
  let port: string
  let owner: Visit
  let ticketId: string
  let number: string
  /** How many troubles there were by then. */
  let atRestart = 0

  const start = () => startServer(folder.path, { BILET_DEMO: '1', PORT: port })
  const panel = () => panelOf(owner.page)
  const staff = <T>(path: string) => call<T>(`${server.origin}/v1/staff${path}`, { token: staffToken })

  beforeAll(async () => {
    folder = await dataFolder()
    port = String(await freePort())
    server = await start()
    browser = await launch()
    owner = await visit(browser, `${server.origin}/`, server.origin)
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await folder?.remove()
  })

  it('until the owner clicks the page pays for the loader, and for one small question of what is unread', async () => {
    await expect.poll(() => owner.requests.length).toBeGreaterThan(2)
    expect(owner.requests).toEqual([
      'GET /bilet.js',
      expect.stringMatching(/^GET \/panel\/\w{8}\/badge\.js$/),
      'GET /v1/tickets/unread',
    ])
  })

  it('a question brings suggestions that answer it (R22)', async () => {
    await owner.page.getByRole('button', { name: 'Помощь' }).click()
    const field = panel().getByRole('textbox', { name: 'Чем помочь?' })
    await field.waitFor()
    await expect.poll(() => field.evaluate((input) => input.matches(':focus'))).toBe(true)
    await field.pressSequentially('не приходят письма о заказах', { delay: 10 })
    const first = panel().locator('.suggestions button').first()
    await first.waitFor()
    expect(await first.innerText()).toMatch(/письм|уведомлен/i)
    expect(await first.locator('mark').count()).toBeGreaterThan(0)
  })

  it('an article opens inside at the passage that matched, and the way back leaves the question as it was', async () => {
    await panel().getByRole('textbox', { name: 'Чем помочь?' }).press('ArrowDown')
    await owner.page.keyboard.press('Enter')
    await panel().getByText('Помогло?').waitFor()
    await expect.poll(() => isSeen(panel().locator('.passage'), panel())).toBe(true)
    await panel().getByRole('button', { name: 'Нет, написать в поддержку' }).click()
    expect(await panel().getByRole('textbox', { name: 'Ваш вопрос' }).inputValue()).toBe('не приходят письма о заказах')
  })

  it('what is missing is said in Russian, and the button leads there', async () => {
    await panel().getByRole('button', { name: 'Отправить', exact: true }).click()
    const text = await panel().innerText()
    expect(text).toContain('Осталось:')
    expect(text).toContain('Напишите по шагам')
    await expect
      .poll(() =>
        panel()
          .getByRole('textbox', { name: 'Шаг 1' })
          .evaluate((step) => step.matches(':focus')),
      )
      .toBe(true)
  })

  it('steps grow with Enter and a screenshot is pasted', async () => {
    await panel().getByRole('textbox', { name: 'Что произошло' }).fill(description)
    const steps = panel().getByRole('textbox', { name: 'Шаг 1' })
    await steps.fill('Оформил тестовый заказ с оплатой картой')
    await steps.press('Enter')
    await owner.page.keyboard.type('Подождал час: письма нет ни во входящих, ни в спаме')
    await panel().evaluate((element, png) => {
      const bytes = Uint8Array.from(atob(png), (char) => char.charCodeAt(0))
      const clipboard = new DataTransfer()
      clipboard.items.add(new File([bytes], 'screen.png', { type: 'image/png' }))
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, composed: true, cancelable: true }),
      )
    }, screenshotPng.toString('base64'))
    await panel().locator('.left .done', { hasText: 'скриншот' }).waitFor()
    await expect.poll(() => panel().locator('.left .todo').count()).toBe(0)
  })

  it('the receipt tells the number, when the answer comes in both zones, and the place in the queue (R5, R17, R18)', async () => {
    await panel()
      .getByRole('button', { name: /^Отправить/ })
      .click()
    await panel().getByText('Билет принят').waitFor()
    const text = await panel().innerText()
    number = /№?\s?(\d+)/.exec(text)?.[1] ?? ''
    expect(Number(number)).toBeGreaterThan(0)
    expect(text).toMatch(/Ответим .*\d{1,2}:\d{2} по Москве \(.*\d{1,2}:\d{2} у вас\)/)
    expect(text).toContain('очереди отдела')
    expect(text).toContain('обещаем только срок первого ответа')
  })

  it('staff see it in the queue, whole, with the picture (R18)', async () => {
    const queue = await staff<{ items: { id: string; number: number; subject: string }[] }>('/tickets')
    expect(queue.body.items.map(({ subject }) => subject)).toEqual(['не приходят письма о заказах'])
    ticketId = queue.body.items[0]?.id ?? ''
    expect(String(queue.body.items[0]?.number)).toBe(number)
    const { body: ticket } = await staff<{ attachments: { id: string }[]; seen: string[] }>(`/tickets/${ticketId}`)
    expect(ticket).toMatchObject({
      description,
      department: expect.stringMatching(/^(technical|consultations)$/),
      steps: ['Оформил тестовый заказ с оплатой картой', 'Подождал час: письма нет ни во входящих, ни в спаме'],
      requester: { plan: 'standard', verified: true },
    })
    expect(ticket.seen).toHaveLength(1)
    const picture = await fetch(`${server.origin}/v1/staff/attachments/${ticket.attachments[0]?.id}`, {
      headers: { Authorization: `Bearer ${staffToken}` },
    })
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(100)
  })

  it('an answer by staff reaches the owner, who answers back', async () => {
    const text = 'Проверили: письма уходят с вашего домена без записи SPF. Добавьте её по статье.'
    const sent = await call(`${server.origin}/v1/staff/tickets/${ticketId}/messages`, {
      token: staffToken,
      body: { text, visibility: 'public', articleId: 'domain-mail' },
    })
    expect(sent.status).toBe(201)
    await panel().getByRole('button', { name: 'Открыть билет' }).click()
    await panel().getByText(text).waitFor()
    await panel().getByRole('textbox', { name: 'Ваше сообщение' }).fill('Спасибо, добавил.')
    await panel().getByRole('button', { name: 'Отправить', exact: true }).click()
    await expect
      .poll(async () => {
        const { body } = await staff<{ history: { kind: string; text?: string }[] }>(`/tickets/${ticketId}`)
        return body.history.map((entry) => entry.text)
      })
      .toContain('Спасибо, добавил.')
  })

  it('after a restart of the server everything is still there, and “my tickets” shows it', async () => {
    atRestart = owner.troubles.length
    await server.stop()
    server = await start()
    const { body } = await staff<{ number: number }>(`/tickets/${ticketId}`)
    expect(String(body.number)).toBe(number)
    await owner.page.reload()
    await owner.page.getByRole('button', { name: 'Помощь' }).click()
    await panel().getByText('не приходят письма о заказах').click()
    await panel().getByText('Спасибо, добавил.').waitFor()
  })

  it('the page saw no error and no violation of its policy', () => {
    // An open panel looks for news while the server is being restarted, and with a token that only the old one knew.
    const ofRestart = /ERR_CONNECTION_REFUSED|status of 401/
    const [before, after] = [owner.troubles.slice(0, atRestart), owner.troubles.slice(atRestart)]
    expect([...before, ...after.filter((trouble) => !ofRestart.test(trouble))]).toEqual([])
  })
})
