// A person is who signed for them, their shop and their id there: the same id elsewhere is somebody else.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { VerifiedCaller } from '@bilet/shared/caller'
import type { SubmittedReply } from '@bilet/shared/replies'
import { createDesk } from '../support/desk.ts'
import type { Desk } from '../support/desk.ts'
import { createTestApp, owner } from '../support/test-app.ts'
import type { TestApp } from '../support/test-app.ts'

let test: TestApp
let desk: Desk
beforeEach(async () => {
  test = await createTestApp()
  desk = createDesk(test)
})
afterEach(() => test.close())

const first: VerifiedCaller = { ...owner, userId: '1', shop: 'a' }
const strangers: [string, VerifiedCaller, VerifiedCaller][] = [
  ['the same id in another shop', first, { ...first, shop: 'b' }],
  ['the same id and shop of another issuer', first, { ...first, issuer: 'elsewhere' }],
  ['a shop and id whose letters run together to the same', { ...first, userId: '11' }, { ...first, shop: 'a1' }],
  ['a shop that holds what may stand between', { ...first, userId: '1:1' }, { ...first, shop: 'a:1' }],
]

type Person = { tickets: { id: string; requester: { id: string } }[]; questions: object[] }

const requesterOf = async (ticket: string) =>
  (await desk.asStaff<{ requester: { id: string } }>('GET', `/tickets/${ticket}`)).requester.id
const exported = (id: string) => desk.asStaff<Person>('GET', `/requesters/${encodeURIComponent(id)}/export`)
const mine = async (who: VerifiedCaller) =>
  (
    (await (
      await test.app.request('/v1/tickets', { headers: { Authorization: `Bearer ${await test.tokenFor(who)}` } })
    ).json()) as { items: SubmittedReply[] }
  ).items.map(({ id }) => id)

describe.each(strangers)('an owner and %s', (_case, person, stranger) => {
  it('neither see, export nor erase what is the other’s', async () => {
    await desk.ask('как подключить свой домен к магазину', person)
    const [own, other] = [await desk.submit({}, person), await desk.submit({}, stranger)]
    expect([await mine(person), await mine(stranger)]).toEqual([[own.id], [other.id]])

    const id = await requesterOf(own.id)
    expect(id).not.toBe(await requesterOf(other.id))
    const data = await exported(id)
    expect(data.tickets.map((ticket) => ticket.id)).toEqual([own.id])
    expect(data.questions).toHaveLength(1)

    await desk.asStaff('DELETE', `/requesters/${id}`)
    expect([await mine(person), await mine(stranger)]).toEqual([[], [other.id]])
  })

  it('may use the same idempotency key for tickets of their own', async () => {
    const send = async (who: VerifiedCaller) =>
      test.app.request('/v1/tickets', {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${await test.tokenFor(who)}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': 'same',
        },
        body: JSON.stringify({
          subject: 'Не приходят письма о заказе',
          description: 'После оформления заказа покупатель не получает письмо.',
          steps: ['Оформил тестовый заказ', 'Подождал 20 минут, письма нет'],
          screenshot: { attachments: [], links: ['https://prnt.sc/abc123'] },
          department: 'sales',
          locale: 'ru',
        }),
      })
    const [one, two] = [await send(person), await send(stranger)]
    expect([one.status, two.status, two.headers.get('Idempotent-Replay')]).toEqual([201, 201, null])
  })
})

describe('the signed address is where an owner is written to, whatever the page says:', () => {
  const signed = 'anna@почта.рф'

  it.each([
    ['another’s', 'victim@elsewhere.example'],
    ['the same in capitals', 'ANNA@ПОЧТА.РФ'],
    ['the same in punycode', 'anna@xn--80a1acny.xn--p1ai'],
    ['one that looks the same', 'аnna@почта.рф'],
  ])('%s', async (_case, email) => {
    const { id } = await desk.submit({ email }, { ...owner, email: signed })
    const ticket = await desk.asStaff<{ requester: { email: string } }>('GET', `/tickets/${id}`)
    expect(ticket.requester.email).toBe(signed)
    expect(JSON.stringify(ticket)).not.toContain(email)
  })

  it('none at all is no address', async () => {
    await expect(desk.submit({ email: '' }, { ...owner, email: signed })).rejects.toThrow('invalid_email')
  })
})
