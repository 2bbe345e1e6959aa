// Reports as those who answer for a desk read them, on every engine.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { VerifiedCaller } from '@bilet/shared/caller'
import { ownerId } from '../src/tickets/requester.ts'
import { createDesk } from './support/desk.ts'
import type { Desk } from './support/desk.ts'
import { engines } from './support/engines.ts'
import type { RunningEngine } from './support/engines.ts'
import { createTestApp, noon, owner } from './support/test-app.ts'
import type { TestApp } from './support/test-app.ts'

const minute = 60_000
const hour = 60 * minute
const window = 72 * hour

const oleg: VerifiedCaller = { ...owner, userId: 'u2', name: 'Олег' }
const premium: VerifiedCaller = { ...owner, userId: 'u3', plan: 'premium' }

describe.each(engines)('in $name', (engine) => {
  let running: RunningEngine
  let test: TestApp
  let desk: Desk

  beforeAll(async () => {
    running = await engine.start()
  }, 120_000)
  afterAll(() => running.stop())

  beforeEach(async () => {
    const place = await running.newDesk()
    test = await createTestApp({ database: await running.connect(place) })
    desk = createDesk(test)
    return async () => {
      await test.close()
      running.giveBack(place)
    }
  })

  const soon = () => `?to=${new Date(noon + 30 * 24 * hour).toISOString()}`

  describe('the deflection report', () => {
    beforeEach(async () => {
      await desk.write('domain', 'Чтобы подключить домен, укажите NS-серверы у регистратора.', 'Подключить домен')
      await desk.write('letters', 'Письма о заказе не приходят, когда почта не настроена.', 'Не приходят письма')
    })

    async function solveWith(id: string, question: string, who: VerifiedCaller | 'guest' = owner) {
      const { queryId } = await desk.ask(question, who)
      await desk.open(id, who, queryId)
      await desk.tell('solved', id, queryId, who)
    }

    it('counts an owner who opened an article, said "solved" and sent nothing for 72 hours', async () => {
      await solveWith('domain', 'как подключить домен')
      test.at(noon + window + 1)
      const { total, articles } = await desk.deflection(soon())
      expect(total).toMatchObject({ deflected: 1, pending: 0, questions: 1, opened: 1, solved: 1, sentAnyway: 0 })
      expect(articles).toMatchObject([{ articleId: 'domain', title: 'Подключить домен', deflected: 1, shown: 1 }])
    })

    it('waits for the 72 hours to pass before it counts', async () => {
      await solveWith('domain', 'как подключить домен')
      test.at(noon + window)
      expect((await desk.deflection(soon())).total).toMatchObject({ deflected: 0, pending: 1 })
    })

    it.each([
      { sent: 'at once', after: 0, deflected: 0 },
      { sent: 'a day later', after: 24 * hour, deflected: 0 },
      { sent: 'in the last millisecond of the 72 hours', after: window, deflected: 0 },
      { sent: 'one millisecond after them', after: window + 1, deflected: 1 },
    ])('a ticket by that owner $sent leaves $deflected', async ({ after, deflected }) => {
      await solveWith('domain', 'как подключить домен')
      test.at(noon + after)
      await desk.submit()
      test.at(noon + 2 * window)
      expect((await desk.deflection(soon())).total).toMatchObject({ deflected, pending: 0, solved: 1 })
    })

    it('does not mind a ticket by another owner, or by this one in another shop, or from before', async () => {
      await desk.submit()
      test.at(noon + hour)
      await solveWith('domain', 'как подключить домен')
      await desk.submit({}, oleg)
      await desk.submit({}, { ...owner, shop: 's2' })
      test.at(noon + 2 * window)
      expect((await desk.deflection(soon())).total).toMatchObject({ deflected: 1 })
    })

    it('does not believe "solved" by somebody who never opened the article', async () => {
      const { queryId } = await desk.ask('как подключить домен')
      await desk.open('domain', oleg, queryId)
      await desk.tell('solved', 'domain', queryId)
      test.at(noon + 2 * window)
      expect((await desk.deflection(soon())).total).toMatchObject({ deflected: 0, pending: 0, opened: 1, solved: 1 })
    })

    it('counts a question once, however often "solved" is pressed and whatever else solved it', async () => {
      const { queryId } = await desk.ask('не приходят письма про домен')
      for (const id of ['domain', 'letters', 'domain']) {
        await desk.open(id, owner, queryId)
        await desk.tell('solved', id, queryId)
      }
      test.at(noon + 2 * window)
      const { total, articles } = await desk.deflection(soon())
      expect(total).toMatchObject({ deflected: 1, solved: 3 })
      expect(articles.map(({ articleId, deflected }) => [articleId, deflected])).toEqual([
        ['domain', 1],
        ['letters', 1],
      ])
    })

    it('leaves guests in the clicks only: nobody knows whether they wrote later', async () => {
      await solveWith('domain', 'как подключить домен', 'guest')
      test.at(noon + 2 * window)
      expect((await desk.deflection(soon())).total).toMatchObject({ deflected: 0, pending: 0, opened: 1, solved: 1 })
    })

    it('tells what did not help, and how many tickets were sent though articles had been seen', async () => {
      const { queryId } = await desk.ask('не приходят письма')
      await desk.open('letters', owner, queryId)
      await desk.tell('not_helpful', 'letters', queryId)
      await desk.submit({ seen: ['letters', 'domain', 'letters'] })
      const { total, articles } = await desk.deflection()
      expect(total).toMatchObject({ notHelpful: 1, sentAnyway: 1 })
      expect(articles.find(({ articleId }) => articleId === 'letters')).toMatchObject({ notHelpful: 1, sentAnyway: 1 })
    })

    it('covers the time asked for, its end left out', async () => {
      await solveWith('domain', 'как подключить домен')
      const at = (time: number) => new Date(time).toISOString()
      expect((await desk.deflection(`?from=${at(noon)}&to=${at(noon + 1)}`)).total.solved).toBe(1)
      expect((await desk.deflection(`?from=${at(noon - hour)}&to=${at(noon)}`)).total.solved).toBe(0)
      expect((await desk.deflection('?from=2026-03-04&to=2026-03-05')).total.solved).toBe(1)
    })
  })

  describe('the report of unanswered questions', () => {
    it('puts alike questions together, the most asked first, and tells why they count', async () => {
      await desk.ask('подключить телефонию к магазину')
      await desk.ask('как подключить телефонию?', oleg)
      await desk.ask('хочу подключить телефонию', 'guest')
      await desk.ask('печать ценников')
      const { groups } = await desk.unanswered()
      expect(groups).toMatchObject([
        { count: 3, nothingFound: 3, notHelpful: 0, sentAnyway: 0 },
        { count: 1, examples: ['печать ценников'] },
      ])
      expect(groups[0]?.examples).toHaveLength(3)
    })

    it('puts together what is meant by other words, and names it', async () => {
      await desk.ask('печать ценников')
      await desk.ask('печать этикеток', oleg)
      const { groups } = await desk.unanswered()
      expect(groups).toMatchObject([{ notion: expect.any(String), count: 2 }])
    })

    it('does not take one word in common for the same question', async () => {
      await desk.ask('подключить телефонию')
      await desk.ask('подключить эквайринг')
      expect((await desk.unanswered()).groups).toHaveLength(2)
    })

    it('keeps the question as it was when the owner stopped typing', async () => {
      for (const typed of ['тел', 'телефония', 'телефония в мага', 'телефония в магазине']) await desk.ask(typed)
      expect((await desk.unanswered()).groups.map(({ examples }) => examples)).toEqual([['телефония в магазине']])
    })

    it('names what was found and did not help, and what was seen before a ticket was sent', async () => {
      await desk.write('letters', 'Письма о заказе не приходят, когда почта не настроена.', 'Не приходят письма')
      const first = await desk.ask('не приходят письма')
      await desk.tell('not_helpful', 'letters', first.queryId)
      await desk.ask('письма о заказе', oleg)
      await desk.submit({ seen: ['letters'] }, oleg)
      const second = await desk.ask('почта не настроена письма', premium)
      await desk.tell('solved', 'letters', second.queryId, premium)
      const reasons = (await desk.unanswered()).groups.map(({ examples, notHelpful, sentAnyway, nothingFound }) => ({
        examples,
        notHelpful,
        sentAnyway,
        nothingFound,
      }))
      expect(reasons).toHaveLength(2)
      expect(reasons).toContainEqual({
        examples: ['не приходят письма'],
        notHelpful: 1,
        sentAnyway: 0,
        nothingFound: 0,
      })
      expect(reasons).toContainEqual({ examples: ['письма о заказе'], notHelpful: 0, sentAnyway: 1, nothingFound: 0 })
    })

    it('shows no address, phone or token that an owner typed', async () => {
      await desk.ask('не пришло письмо на anna@shop.example, звоните +7 926 123-45-67, см https://s.example/a?token=42')
      const [group] = (await desk.unanswered()).groups
      expect(group?.examples).toEqual(['не пришло письмо на … звоните …, см https://s.example/a'])
    })

    it('shows as many groups as asked for', async () => {
      for (const question of ['телефония', 'печать ценников', 'курьеры']) await desk.ask(question, oleg)
      expect((await desk.unanswered('?limit=2')).groups).toHaveLength(2)
    })
  })

  describe('the reaction report', () => {
    const byDepartment = (department: string) => ({ department, subject: `Вопрос отделу ${department}` })

    it('tells promises met, breached and pending, with their share and times', async () => {
      const tickets = [await desk.submit(), await desk.submit({}, oleg), await desk.submit({}, oleg)]
      await desk.submit({}, oleg)
      const [quick, slow, late] = tickets.map(({ id }) => id)
      test.at(noon + 10 * minute)
      await desk.answer(quick ?? '')
      test.at(noon + 2 * hour)
      await desk.answer(slow ?? '')
      expect((await desk.reaction()).total).toMatchObject({ tickets: 4, met: 2, breached: 0, pending: 2, shareMet: 1 })
      test.at(noon + 25 * hour)
      await desk.answer(late ?? '')
      expect((await desk.reaction()).total).toEqual({
        tickets: 4,
        met: 2,
        breached: 2,
        pending: 0,
        shareMet: 0.5,
        medianMinutes: 120,
        p90Minutes: 1_500,
        clock: 'calendar',
      })
    })

    it('counts neither notes nor reassignment as a reaction (R6)', async () => {
      const { id } = await desk.submit()
      await desk.answer(id, undefined, 'internal')
      expect((await desk.reaction()).total).toMatchObject({ pending: 1, met: 0, medianMinutes: null })
    })

    it('times premium by open support hours, and all plans together by the calendar (R5)', async () => {
      const evening = Date.parse('2026-03-04T16:30:00Z') // 19:30 in Moscow: support closes at 20:00.
      test.at(evening)
      const { id } = await desk.submit({}, premium)
      test.at(Date.parse('2026-03-05T08:15:00Z')) // 11:15 the next day: open since 11:00.
      await desk.answer(id)
      const { total, plans, items } = await desk.reaction()
      expect(plans).toMatchObject([{ plan: 'premium', clock: 'support', met: 1, medianMinutes: 45 }])
      expect(items).toMatchObject([{ plan: 'premium', department: 'sales', clock: 'support', medianMinutes: 45 }])
      expect(total).toMatchObject({ clock: 'calendar', medianMinutes: 15 * 60 + 45 })
    })

    it('tells plans and departments apart', async () => {
      await desk.submit(byDepartment('technical'))
      await desk.submit(byDepartment('sales'), oleg)
      const late = await desk.submit(byDepartment('technical'), premium)
      test.at(noon + 4 * hour)
      await desk.answer(late.id)
      const report = await desk.reaction()
      expect(report.departments).toMatchObject([
        { department: 'sales', tickets: 1, pending: 1 },
        { department: 'technical', tickets: 2, pending: 1, breached: 1, shareMet: 0 },
      ])
      expect(report.items.map(({ plan, department, tickets }) => [plan, department, tickets])).toEqual([
        ['premium', 'technical', 1],
        ['standard', 'sales', 1],
        ['standard', 'technical', 1],
      ])
    })

    it('is of tickets submitted in the time asked for', async () => {
      await desk.submit()
      expect((await desk.reaction('?from=2026-03-04&to=2026-03-05')).total.tickets).toBe(1)
      expect((await desk.reaction('?from=2026-03-05&to=2026-03-06')).total.tickets).toBe(0)
    })
  })

  it('an owner who is erased leaves no question and no reading behind', async () => {
    await desk.write('domain', 'Чтобы подключить домен, укажите NS-серверы у регистратора.', 'Подключить домен')
    const { queryId } = await desk.ask('как подключить домен')
    await desk.open('domain', owner, queryId)
    await desk.ask('как подключить домен', oleg)
    const kept = await desk.asStaff<{ questions: unknown[]; reading: unknown[] }>(
      'GET',
      `/requesters/${ownerId(owner)}/export`,
    )
    expect(kept.questions).toMatchObject([{ words: 'как подключить домен' }])
    expect(kept.reading).toMatchObject([{ kind: 'opened', articleId: 'domain' }])
    await desk.asStaff('DELETE', `/requesters/${ownerId(owner)}`)
    await expect(desk.asStaff('GET', `/requesters/${ownerId(owner)}/export`)).rejects.toThrow('404')
    expect((await desk.deflection()).total).toMatchObject({ questions: 1, opened: 0 })
  })
})
