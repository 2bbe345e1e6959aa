// Reports tell what owners did, not what anybody says that they did.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDesk } from '../support/desk.ts'
import type { Desk } from '../support/desk.ts'
import { createTestApp, noon, owner } from '../support/test-app.ts'
import type { TestApp } from '../support/test-app.ts'

let test: TestApp
let desk: Desk
const question = 'как подключить свой домен к магазину'

beforeEach(async () => {
  test = await createTestApp()
  desk = createDesk(test)
  await desk.write('domain', 'Откройте «Настройки» и подключите свой домен к магазину.', 'Подключить свой домен')
})
afterEach(() => test.close())

const total = async () => {
  test.at(noon + 80 * 3_600_000)
  return (await desk.deflection()).total
}

it('a question that nobody asked is solved by nothing', async () => {
  const { queryId } = await desk.ask(question)
  await desk.open('domain', owner, queryId)
  for (const madeUp of ['q_demo', `${queryId}x`, queryId.slice(0, 22), 'a'.repeat(38)])
    await desk.tell('solved', 'domain', madeUp)
  expect(await total()).toMatchObject({ opened: 1, solved: 0, deflected: 0 })
})

it('a question of one owner is not solved by another', async () => {
  const { queryId } = await desk.ask(question)
  await desk.tell('solved', 'domain', queryId, { ...owner, userId: 'u2' })
  await desk.tell('solved', 'domain', queryId, 'guest')
  expect(await total()).toMatchObject({ solved: 0 })
})

it('a question is solved by who asked it', async () => {
  const { queryId } = await desk.ask(question)
  await desk.open('domain', owner, queryId)
  await desk.tell('solved', 'domain', queryId)
  expect(await total()).toMatchObject({ opened: 1, solved: 1, deflected: 1 })
})

it('articles that there are not were seen by nobody', async () => {
  await desk.ask(question)
  await desk.submit({ seen: ['made-up', 'domain', 'domain', '../../etc/passwd'] })
  expect(await total()).toMatchObject({ sentAnyway: 1 })
  const report = JSON.stringify(await desk.deflection())
  expect(report).not.toContain('made-up')
  expect(report).not.toContain('passwd')
})
