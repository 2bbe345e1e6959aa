// Steps as an owner gives them: from the pages just visited, in several lines, put in order by keys and by hand.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, panelOf, visit } from './support/browser.ts'
import type { Visit } from './support/browser.ts'
import { dataFolder, startServer } from './support/server.ts'
import type { RunningServer } from './support/server.ts'

describe('steps', () => {
  let browser: Browser
  let folder: Awaited<ReturnType<typeof dataFolder>>
  let server: RunningServer
  let owner: Visit
  const panel = () => panelOf(owner.page)
  const step = (number: number) => panel().getByRole('textbox', { name: `Шаг ${number}` })
  const steps = async () => {
    const fields = await panel().locator('.steps textarea').all()
    return Promise.all(fields.map((field) => field.inputValue()))
  }

  beforeAll(async () => {
    folder = await dataFolder()
    server = await startServer(folder.path, { BILET_DEMO: '1' })
    browser = await launch()
    owner = await visit(browser, `${server.origin}/`, server.origin)
    const menu = owner.page.getByRole('navigation', { name: 'Разделы' })
    await menu.getByRole('link', { name: 'Заказы' }).first().click()
    await menu.getByRole('link', { name: 'Товары' }).first().click()
    await owner.page.getByRole('button', { name: 'Помощь' }).click()
    await panel().getByRole('button', { name: 'Написать в поддержку' }).click()
    await step(1).waitFor()
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await folder?.remove()
  })

  it('come from the pages of the admin that were just visited, at one press', async () => {
    await panel()
      .getByRole('button', { name: /^Добавить: .*Заказы → Товары/ })
      .click()
    expect((await steps()).slice(-2)).toEqual(['Открываю «Заказы»', 'Открываю «Товары»'])
    expect(
      await panel()
        .getByRole('button', { name: /^Добавить: / })
        .count(),
    ).toBe(0)
  })

  it('may have several lines: Enter makes a step, Shift+Enter a line', async () => {
    const last = (await steps()).length
    await step(last).focus()
    const { keyboard } = owner.page
    await keyboard.press('End')
    await keyboard.press('Enter')
    await keyboard.type('Нажимаю «Сохранить»')
    await keyboard.press('Shift+Enter')
    await keyboard.type('и жду минуту')
    expect((await steps()).at(-1)).toBe('Нажимаю «Сохранить»\nи жду минуту')
  })

  it('change places by Alt with an arrow, and the focus goes along', async () => {
    const before = await steps()
    await step(before.length).focus()
    await owner.page.keyboard.press('Alt+ArrowUp')
    const after = await steps()
    expect(after).toEqual([...before.slice(0, -2), before.at(-1), before.at(-2)])
    expect(await step(before.length - 1).evaluate((field) => field.matches(':focus'))).toBe(true)
    await owner.page.keyboard.press('Alt+ArrowDown')
    expect(await steps()).toEqual(before)
  })

  it('change places when they are dragged by their number', async () => {
    const before = await steps()
    const grips = panel().locator('.steps .grip')
    await grips.first().scrollIntoViewIfNeeded()
    const [from, to] = [await grips.last().boundingBox(), await grips.first().boundingBox()]
    if (!from || !to) throw new Error('no numbers to drag by')
    await owner.page.mouse.move(from.x + 8, from.y + 8)
    await owner.page.mouse.down()
    await owner.page.mouse.move(to.x + 8, to.y + 8, { steps: 12 })
    await owner.page.mouse.up()
    expect(await steps()).toEqual([before.at(-1), ...before.slice(0, -1)])
    expect(owner.troubles).toEqual([])
  })
})
