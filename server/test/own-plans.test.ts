// A desk whose policy has plans of other names, and another number of them, through every door that speaks of plans.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { premSite } from '@bilet/shared/policy/prem-site'
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import type { DeskReply } from '@bilet/shared/desk-replies'
import type { ReactionReport } from '@bilet/shared/report-replies'
import type { SubmittedReply, SupportReply } from '@bilet/shared/replies'
import type { StaffTicketSummary } from '@bilet/shared/staff-replies'
import { createAgent } from './support/agent.ts'
import { createTestApp, noon, owner, staffToken } from './support/test-app.ts'
import type { TestApp } from './support/test-app.ts'

const named = (name: string) => ({ ru: name, uk: name, en: name })
const terms = (name: string, hours: number, departments: string[]) => ({
  name: named(name),
  departments,
  reaction: { hours, clock: 'calendar' as const },
})
const all = ['technical', 'consultations', 'sales']

const policy: SupportPolicy = {
  ...premSite,
  plans: {
    start: terms('Старт', 24, ['sales']),
    'Business-2': terms('Бизнес', 12, all),
    vip: terms('VIP', 1, all),
    partner_eu: terms('Партнёр', 6, all),
  },
}

let test: TestApp
const anna = () => createAgent(test, staffToken)
const asOwnerOn = async (plan: string) => ({
  Authorization: `Bearer ${await test.tokenFor({ ...owner, userId: `u-${plan}`, shop: `shop-${plan}`, plan })}`,
})

async function submit(plan: string, department: string) {
  const response = await test.app.request('/v1/tickets', {
    method: 'POST',
    headers: { ...(await asOwnerOn(plan)), 'Content-Type': 'application/json', 'Idempotency-Key': `of-${plan}` },
    body: JSON.stringify({
      subject: 'Не приходят письма',
      description: 'Письма о заказах перестали приходить сегодня утром',
      steps: ['Оформила заказ', 'Открыла почту'],
      screenshot: { attachments: [], links: [], none: 'nothing_to_show' },
      department,
      locale: 'ru',
    }),
  })
  return { status: response.status, body: (await response.json()) as SubmittedReply }
}

const listed = async (query: string) => {
  const { body } = await anna().send<{ items: StaffTicketSummary[] }>('GET', `/tickets?${query}`)
  return body.items.map(({ requester }) => requester.plan)
}

beforeAll(async () => {
  test = await createTestApp({ policy })
})
afterAll(() => test.close())

it('takes a token of each of its plans, and says which there are to whoever signs another', async () => {
  for (const [plan, { name, reaction }] of Object.entries(policy.plans)) {
    const response = await test.app.request('/v1/support?locale=ru', { headers: await asOwnerOn(plan) })
    const support = (await response.json()) as SupportReply
    expect(support).toMatchObject({ caller: { plan, planName: name.ru }, reaction })
    expect(Object.keys(support.rules.plans)).toEqual(Object.keys(policy.plans))
  }
  const premium = await test.deps.identity(await test.tokenFor({ ...owner, plan: 'premium' }))
  expect(premium).toMatchObject({ reason: 'plan is "premium", not one of start, Business-2, vip, partner_eu' })
})

it('promises what each of them says, and closes its doors as it says (R3, R5)', async () => {
  for (const [plan, hours] of [
    ['vip', 1],
    ['Business-2', 12],
    ['partner_eu', 6],
  ] as const) {
    const { status, body } = await submit(plan, 'technical')
    expect(status).toBe(201)
    expect(Date.parse(body.reactionDueAt)).toBe(noon + hours * 3_600_000)
  }
  expect((await submit('start', 'technical')).status).toBe(403)
  expect((await submit('start', 'sales')).status).toBe(201)
})

it('lists by plan and by everything else, whichever plans tickets have', async () => {
  expect(await listed('plan=Business-2')).toEqual(['Business-2'])
  expect(await listed('plan=vip,partner_eu&sort=reactionDueAt')).toEqual(['vip', 'partner_eu'])
  expect(await listed('department=technical&sort=reactionDueAt')).toEqual(['vip', 'partner_eu', 'Business-2'])
  expect(await listed('sort=reactionDueAt&status=any')).toEqual(['vip', 'partner_eu', 'Business-2', 'start'])
  expect(await listed('q=письмо&plan=Business-2,start')).toEqual(['Business-2', 'start'])
  expect(await listed('plan=gold')).toEqual([])
})

it('tells them to the inbox and in its report', async () => {
  const { body: desk } = await anna().send<DeskReply>('GET', '/desk')
  expect(desk.plans).toEqual(policy.plans)
  const range = `from=${new Date(noon - 1_000).toISOString()}&to=${new Date(noon + 1_000).toISOString()}`
  const { body: report } = await anna().send<ReactionReport>('GET', `/reports/reaction?${range}`)
  expect(report.plans.map(({ plan, clock }) => `${plan} ${clock}`).toSorted()).toEqual([
    'Business-2 calendar',
    'partner_eu calendar',
    'start calendar',
    'vip calendar',
  ])
})

it('takes a shop whose plan nobody knows for one of the first plan', async () => {
  const question = { subject: 'Звонок', description: 'Спросили о баннерах на главной', department: 'sales' }
  const body = { requester: { shop: 'new-shop', subject: 'u9' }, ...question }
  const opened = await anna().send('POST', '/tickets', body)
  expect(opened.status).toBe(201)
  expect(await listed('shop=new-shop')).toEqual(['start'])
})

it('shows the tickets of a plan that the policy has no longer', async () => {
  const { vip: _left, ...plans } = policy.plans
  const later = await createTestApp({ policy: { ...policy, plans }, database: test.database })
  try {
    const agent = createAgent(later, staffToken)
    const { body } = await agent.send<{ items: StaffTicketSummary[] }>('GET', '/tickets?department=technical')
    expect(body.items.map(({ requester }) => requester.plan)).toContain('vip')
    const range = `from=${new Date(noon - 1_000).toISOString()}&to=${new Date(noon + 1_000).toISOString()}`
    expect((await agent.send('GET', `/reports/reaction?${range}`)).status).toBe(200)
  } finally {
    await later.deps.learning.flush()
  }
})
