// What a program for staff asks before its first list.
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest'
import type { DeskReply, MeReply } from '@bilet/shared/desk-replies'
import { premSite } from '@bilet/shared/policy/prem-site'
import { createAgent } from './support/agent.ts'
import { createDesk } from './support/desk.ts'
import { createTestApp, noon, staffToken } from './support/test-app.ts'
import type { TestApp } from './support/test-app.ts'

let test: TestApp

beforeEach(async () => {
  test = await createTestApp()
})
afterEach(() => test.close())

it('an agent is told who they are to the desk and what they may do', async () => {
  const anna = createAgent(test, staffToken)
  const { token } = (await anna.send<{ token: string }>('POST', '/tokens', { name: 'Борис', scopes: ['read'] })).body
  const boris = await createAgent(test, token).send<MeReply>('GET', '/me')
  expect(boris.body).toMatchObject({ name: 'Борис', scopes: ['read'], expiresAt: null })
  expect((await createAgent(test, 'nobody').send('GET', '/me')).status).toBe(401)
})

it('the desk tells its departments, reasons and agents as its policy and tokens have them', async () => {
  const anna = createAgent(test, staffToken)
  await anna.send('POST', '/tokens', { name: 'Борис', scopes: ['write'] })
  const { body: desk } = await anna.send<DeskReply>('GET', '/desk')
  expect(desk.agents).toEqual([{ name: 'Анна' }, { name: 'Борис' }])
  expect(desk.departments).toEqual(premSite.departments)
  expect(desk.reasons).toEqual(premSite.decisionReasons)
  expect(desk.plans['premium']?.reaction).toEqual({ hours: 3, clock: 'support' })
  expect(desk.limits).toMatchObject({ message: 20_000, tags: 20 })
})

it('the desk says whether it is open, and until or from when (R1)', async () => {
  const anna = createAgent(test, staffToken)
  const asked = async () => (await anna.send<DeskReply>('GET', '/desk')).body
  expect(await asked()).toMatchObject({ open: true, opensAt: null, closesAt: '2026-03-04T17:00:00.000Z' })
  test.at(noon + 10 * 3_600_000)
  expect(await asked()).toMatchObject({ open: false, opensAt: '2026-03-05T08:00:00.000Z', closesAt: null })
})

it('whom the policy names may be given tickets without a token of theirs; nobody else may', async () => {
  const own = await createTestApp({ policy: { ...premSite, agents: ['Вера'] } })
  onTestFinished(() => own.close())
  const anna = createAgent(own, staffToken)
  expect((await anna.send<DeskReply>('GET', '/desk')).body.agents).toEqual([{ name: 'Анна' }, { name: 'Вера' }])
  const { id } = await createDesk(own).submit()
  expect((await anna.change(id, { assignee: 'Вера' }, await anna.etag(id))).status).toBe(200)
  expect((await anna.ticket(id)).assignee).toBe('Вера')
  const unknown = await anna.change(id, { assignee: 'Гвидон' }, await anna.etag(id))
  expect(unknown.status).toBe(422)
  expect(JSON.stringify(unknown.body)).toContain('assignee_unknown')
  expect((await anna.ticket(id)).assignee).toBe('Вера')
})
