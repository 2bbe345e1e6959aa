import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call } from '../support/client.ts'
import { staffToken } from '../support/identity.ts'
import { screenshotPng } from '../support/picture.ts'
import { dataFolder, startServer } from '../support/server.ts'
import type { RunningServer } from '../support/server.ts'
import { servePage, serveUnsteadily } from '../support/sites.ts'
import { buttonOf, fieldOf, filesOf, leftToDo, listen, textOf } from './driver.ts'
import type { Driver } from './driver.ts'

const question = 'не приходят письма о заказах'
const happened = 'После оплаты покупатель не получает письмо о заказе, хотя раньше получал.'
const step = 'Оформил тестовый заказ и подождал час'
/** For engines that are started cold on a busy machine. */
const patience = { timeout: 60_000, interval: 200 }

/** The whole way of a ticket with its picture, on the demo's page and under its strict policy. */
export function journeyContract(engine: string, launch: () => Promise<Driver>) {
  describe(`the way of one ticket in ${engine}`, () => {
    let driver: Driver
    let server: RunningServer
    let folder: Awaited<ReturnType<typeof dataFolder>>

    beforeAll(async () => {
      folder = await dataFolder()
      server = await startServer(folder.path, { BILET_DEMO: '1' })
      driver = await launch()
      await writeFile(join(folder.path, 'screen.png'), screenshotPng)
    }, 120_000)

    afterAll(async () => {
      await driver?.close()
      await server?.stop()
      await rm(folder.path, { recursive: true, force: true })
    }, 60_000)

    const appears = (expression: string) =>
      expect.poll(() => driver.run<boolean>(`return Boolean(${expression})`), patience).toBe(true)
    const says = (text: string) => expect.poll(() => driver.run<string>(textOf), patience).toContain(text)
    /** A click goes to where a thing was when it was looked for: it must have come to rest. */
    const rests = async (expression: string) => {
      let before = ''
      const isStill = async () => {
        const now = await driver.run<string>(`return JSON.stringify(${expression}.getBoundingClientRect())`)
        const isSame = now === before
        before = now
        return isSame
      }
      await expect.poll(isStill, patience).toBe(true)
    }
    const press = async (expression: string) => {
      await appears(expression)
      await rests(expression)
      await driver.click(expression)
    }
    const write = async (name: string, text: string) => {
      await press(fieldOf(name))
      await driver.type(text)
      expect(await driver.run<string>(`return ${fieldOf(name)}.value`)).toContain(text)
    }

    it('a question brings articles that answer it', async () => {
      await driver.open(`${server.origin}/`)
      await appears(`document.getElementById('bilet')`)
      await driver.run(listen)
      await press(buttonOf('Помощь'))
      await write('Чем помочь?', question)
      await says('Не приходят уведомления о заказах')
      expect(await driver.run<string>(`return ${fieldOf('Чем помочь?')}.value`)).toBe(question)
    }, 120_000)

    it('the ticket is sent with its picture, and its number comes back', async () => {
      await press(buttonOf('Написать в поддержку'))
      await write('Что произошло', happened)
      await write('Шаг 1', step)
      await appears(filesOf)
      await driver.upload(filesOf, join(folder.path, 'screen.png'))
      await expect.poll(() => driver.run<number>(`return ${leftToDo}`), patience).toBe(0)
      await press(buttonOf('Отправить'))
      await says('Билет принят')
    }, 120_000)

    it('staff have every word and the picture', async () => {
      const { body } = await call<{ items: { id: string }[] }>(`${server.origin}/v1/staff/tickets`, {
        token: staffToken,
      })
      const [ticket] = body.items
      const whole = await call(`${server.origin}/v1/staff/tickets/${ticket?.id}`, {
        token: staffToken,
      })
      expect(whole.body).toMatchObject({ subject: question, description: happened, steps: [step] })
      expect(whole.body['attachments']).toHaveLength(1)
    }, 60_000)

    it('the page saw no error and no violation of its policy', async () => {
      expect(await driver.run('return window.troubles')).toEqual([])
    }, 60_000)

    it('what an outage took of the panel comes at another press: its front, its desk, a part, what a part imports', async () => {
      const way = await serveUnsteadily(server.origin)
      const host = await servePage(`<script async crossorigin src="${way.origin}/bilet.js"></script>`)
      const again = buttonOf('Повторить')
      way.breakOff(/panel\/.*\/panel\.js/)
      await driver.open(`${host.origin}/`)
      await press(buttonOf('Помощь'))
      await appears(again)
      way.breakOff(/panel\/.*\/around\.js/)
      await press(again)
      await says('Нет связи с поддержкой')
      way.breakOff(/panel\/.*\/(writing|pictures)\.js/)
      await press(again)
      await says('Телефоны')
      await press(buttonOf('Написать в поддержку'))
      await appears(again)
      way.breakOff(/panel\/.*\/pictures\.js/)
      await press(again)
      await appears(again)
      way.breakOff(null)
      await press(again)
      await appears(fieldOf('Что произошло'))
      expect(await driver.run<string>(textOf)).not.toContain('Нет связи с поддержкой')
      for (const site of [host, way]) site.close()
    }, 120_000)
  })
}
