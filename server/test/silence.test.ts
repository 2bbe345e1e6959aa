// What becomes of a ticket whose owner does not answer (R19), where the policy says so.
import { afterEach, describe, expect, it } from 'vitest'
import { premSite } from '@bilet/shared/policy/prem-site'
import { tendSilence } from '../src/tickets/silence.ts'
import { createAgent } from './support/agent.ts'
import { createDesk } from './support/desk.ts'
import { createTestApp, noon, staffToken } from './support/test-app.ts'
import type { TestApp } from './support/test-app.ts'

const day = 86_400_000
const silence = { warnAfterDays: 3, closeAfterDays: 2, reason: 'no_information' }

let test: TestApp
afterEach(() => test.close())

async function waiting(policy = { ...premSite, silence }) {
  test = await createTestApp({ policy })
  const [desk, anna] = [createDesk(test), createAgent(test, staffToken)]
  const { id } = await desk.submit()
  await anna.say(id, 'Пришлите ссылку.', { status: 'waiting_for_customer' })
  const after = async (days: number) => {
    test.at(noon + days * day)
    await tendSilence(test.deps)
    const { status, history } = await anna.ticket(id)
    return { status, last: history.at(-1), lines: history.length }
  }
  return { id, desk, anna, after }
}

describe('an owner who does not answer', () => {
  it('is warned after three support days and the ticket closed two later, with the reason', async () => {
    const { after } = await waiting()
    expect(await after(2)).toMatchObject({ status: 'waiting_for_customer', lines: 3 })
    const warned = await after(3)
    expect(warned.last).toMatchObject({ kind: 'message', by: { kind: 'system' }, warns: 'closing_on_silence' })
    expect(await after(4)).toMatchObject({ status: 'waiting_for_customer', lines: warned.lines })
    expect(await after(5)).toMatchObject({
      status: 'refused',
      last: { kind: 'decision', by: { kind: 'system' }, decision: { kind: 'refuse', reason: 'no_information' } },
    })
    expect((await after(9)).lines).toBe(warned.lines + 1)
  })

  it('is warned anew after an answer of the staff, and left alone after one of their own', async () => {
    const { id, anna, after } = await waiting()
    await after(3)
    test.at(noon + 4 * day)
    await anna.say(id, 'Ждём ещё.', { status: 'waiting_for_customer' })
    expect((await after(6)).status).toBe('waiting_for_customer')
    expect((await after(7)).last).toMatchObject({ warns: 'closing_on_silence' })
    const headers = {
      Authorization: `Bearer ${await test.tokenFor()}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': 'answer',
    }
    const body = JSON.stringify({ text: 'Вот ссылка' })
    await test.app.request(`/v1/tickets/${id}/messages`, { method: 'POST', headers, body })
    expect(await after(20)).toMatchObject({ status: 'in_progress', last: { by: { kind: 'owner' } } })
  })

  it('is waited for on days that support is open only', async () => {
    const closed = ['2026-03-05', '2026-03-06', '2026-03-07']
    const { after } = await waiting({ ...premSite, closedDates: closed, silence })
    expect((await after(4)).lines).toBe(3)
    expect((await after(6)).last).toMatchObject({ warns: 'closing_on_silence' })
  })

  it('is waited for without end where the policy does not say otherwise', async () => {
    test = await createTestApp()
    const [desk, anna] = [createDesk(test), createAgent(test, staffToken)]
    const { id } = await desk.submit()
    await anna.say(id, 'Пришлите ссылку.', { status: 'waiting_for_customer' })
    test.at(noon + 300 * day)
    await tendSilence(test.deps)
    expect((await anna.ticket(id)).status).toBe('waiting_for_customer')
  })
})
