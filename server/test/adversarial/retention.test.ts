// What is kept, and for how long: the policy says it, the sweep keeps it.
import { afterEach, expect, it } from 'vitest'
import { premSite } from '@bilet/shared/policy/prem-site'
import { SupportPolicy } from '@bilet/shared/policy/policy'
import type { Retention } from '@bilet/shared/policy/policy'
import { png } from '../../src/attachments/image/test-pictures.ts'
import { ownerId, ownerKey } from '../../src/tickets/requester.ts'
import { createDesk } from '../support/desk.ts'
import { createTestApp, noon, owner } from '../support/test-app.ts'
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
  expect(SupportPolicy.parse(older).retention).toEqual({ ticketsDays: 0, questionsDays: 183, uploadsHours: 24 })
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
