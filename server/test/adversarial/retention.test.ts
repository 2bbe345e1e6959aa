// What is kept, and for how long: the policy says it, the sweep keeps it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { premSite } from '@bilet/shared/policy/prem-site'
import { SupportPolicy } from '@bilet/shared/policy/policy'
import type { Retention } from '@bilet/shared/policy/policy'
import { png } from '../../src/attachments/image/test-pictures.ts'
import { createSqlite } from '../../src/database/sqlite/sqlite.ts'
import { createOutbox } from '../../src/notify/outbox.ts'
import { ownerId, ownerKey } from '../../src/tickets/requester.ts'
import { createDesk } from '../support/desk.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { createTestApp, noon, owner, staffToken } from '../support/test-app.ts'
import type { TestApp } from '../support/test-app.ts'

let test: TestApp
afterEach(() => test.close())

const day = 86_400_000
const hour = 3_600_000

async function openDesk(retention: Partial<Retention> = {}) {
  test = await createTestApp({ policy: { ...premSite, retention: { ...premSite.retention, ...retention } } })
  return createDesk(test)
}

const upload = async () => {
  const put = await test.deps.attachments.put(png(), 'a.png', ownerKey(owner))
  return put.outcome === 'stored' ? put.attachment.id : ''
}

it('a policy that says nothing of it keeps tickets for ever, questions for half a year, pictures for a day', async () => {
  await openDesk()
  const { retention: _none, ...older } = premSite
  expect(SupportPolicy.parse(older).retention).toEqual({
    ticketsDays: 0,
    questionsDays: 183,
    uploadsHours: 24,
    auditDays: 0,
    logsDays: 90,
  })
})

it('closed tickets go after their time, with their pictures; open ones and later ones stay', async () => {
  const desk = await openDesk({ ticketsDays: 30 })
  const picture = await upload()
  const closed = await desk.submit({ screenshot: { attachments: [picture], links: [] } })
  const open = await desk.submit()
  await desk.decide(closed.id, { kind: 'resolve' })
  test.at(noon + 10 * day)
  const later = await desk.submit()
  await desk.decide(later.id, { kind: 'resolve' })
  const there = async () =>
    (await Promise.all([closed, open, later].map(({ id }) => test.deps.tickets.find(id)))).map((one) => one !== null)

  test.at(noon + 30 * day)
  await test.deps.tidy()
  expect(await there()).toEqual([true, true, true])
  test.at(noon + 30 * day + 1)
  await test.deps.tidy()
  expect(await there()).toEqual([false, true, true])
  expect(await test.deps.attachments.find(picture)).toBeNull()
})

it('tickets stay for ever where no time is set', async () => {
  const desk = await openDesk()
  const { id } = await desk.submit()
  await desk.decide(id, { kind: 'resolve' })
  test.at(noon + 3_000 * day)
  await test.deps.tidy()
  expect(await test.deps.tickets.find(id)).not.toBeNull()
})

it('questions go after their time, guests’ too', async () => {
  const desk = await openDesk({ questionsDays: 7 })
  await desk.ask('как подключить домен', 'guest')
  await desk.ask('как подключить домен', owner)
  await test.deps.learning.flush()
  const asked = async () => (await desk.unanswered(`?from=2026-03-01&to=2026-03-31`)).groups.length
  test.at(noon + 6 * day)
  await test.deps.tidy()
  expect(await asked()).toBe(1)
  test.at(noon + 7 * day + hour)
  await test.deps.tidy()
  expect(await asked()).toBe(0)
})

it('a picture that was never sent goes after a day', async () => {
  await openDesk()
  const picture = await upload()
  test.at(noon + 24 * hour)
  await test.deps.tidy()
  expect(await test.deps.attachments.find(picture)).not.toBeNull()
  test.at(noon + 25 * hour + 1)
  await test.deps.tidy()
  expect(await test.deps.attachments.find(picture)).toBeNull()
})

it('somebody who only uploaded a picture can have it told and erased', async () => {
  const desk = await openDesk()
  const picture = await upload()
  const path = `/requesters/${ownerId(owner)}`
  expect(await desk.asStaff('GET', `${path}/export`)).toMatchObject({ tickets: [], pictures: [{ id: picture }] })
  await desk.asStaff('DELETE', path)
  expect(await test.deps.attachments.find(picture)).toBeNull()
  await expect(desk.asStaff('GET', `${path}/export`)).rejects.toThrow('404')
})

it('a guest is told the address that they wrote from', async () => {
  const desk = await openDesk()
  await desk.submit({ email: 'guest@shop.example' }, 'guest')
  const path = `/requesters/${encodeURIComponent('guest:guest@shop.example')}/export`
  expect(await desk.asStaff('GET', path)).toMatchObject({ addresses: ['203.0.113.9'] })
})

it('the record of what staff did goes after its time, its beginning first, and stays for ever where none is set', async () => {
  const actions = async () => (await test.deps.audit.list({}, { limit: 100 })).items.map(({ action }) => action)
  const deed = (action: string) => test.deps.audit.record({ actor: 'Анна', action, object: 'desk:1' })
  for (const [auditDays, left] of [
    [30, ['second']],
    [0, ['second', 'first']],
  ] as const) {
    await openDesk({ auditDays })
    await deed('first')
    test.at(noon + 10 * day)
    await deed('second')
    test.at(noon + 30 * day + 1)
    await test.deps.tidy()
    expect(await actions()).toEqual(left)
    if (auditDays > 0) await test.close()
  }
})

it('what was mailed and what webhooks said goes after its time; what is still to be told stays', async () => {
  const desk = await openDesk({ logsDays: 30 })
  const hook = await test.deps.webhooks.create('https://hooks.example/a', ['ticket.created'])
  const { id } = await desk.submit()
  const rows = async (table: string) =>
    (await test.database.query<{ seq: number }>({ sql: `select seq from ${table}`, parameters: [] })).length
  const [receiver = ''] = await test.deps.webhooks.due()
  const [due] = await test.deps.webhooks.claim(receiver, 1)
  await test.deps.webhooks.finish(due?.seq ?? 0, { status: 200, error: null })
  await createOutbox(test.database, { clock: () => noon }).settle()
  test.at(noon + 20 * day)
  await desk.submit()
  test.at(noon + 30 * day + 1)
  await test.deps.tidy()
  expect([await rows('outbox'), await rows('webhook_deliveries')]).toEqual([1, 1])
  expect((await test.deps.webhooks.deliveries(hook?.id ?? '', { limit: 10 })).items[0]?.ticketId).not.toBe(id)
})

it('somebody who only asked can have it told and erased, from the journal too', async () => {
  const folder = temporaryFolder()
  test = await createTestApp({ database: createSqlite(join(folder.path, 'bilet.db')) })
  const desk = createDesk(test)
  await desk.ask('Ззвопросзз про витрину магазина')
  await test.deps.learning.flush()
  const holding = () =>
    readdirSync(folder.path).filter((name) => readFileSync(join(folder.path, name), 'utf8').includes('звопросзз'))
  expect(holding()).not.toEqual([])
  await desk.asStaff('DELETE', `/requesters/${ownerId(owner)}`)
  expect(holding()).toEqual([])
  folder.remove()
})

it('an export names every picture, sent or not, and each can be fetched', async () => {
  const desk = await openDesk()
  const [sent, unsent] = [await upload(), await upload()]
  await desk.submit({ screenshot: { attachments: [sent], links: [] } })
  const { pictures } = await desk.asStaff<{ pictures: { id: string }[] }>('GET', `/requesters/${ownerId(owner)}/export`)
  expect(new Set(pictures.map(({ id }) => id))).toEqual(new Set([sent, unsent]))
  for (const { id } of pictures) {
    const bytes = await test.app.request(`/v1/staff/attachments/${id}`, {
      headers: { Authorization: `Bearer ${staffToken}` },
    })
    expect(bytes.headers.get('Content-Type')).toBe('image/png')
  }
})
