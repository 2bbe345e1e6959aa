// An answer to a refused body says what to mend and never grows with what was sent.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { told } from '@bilet/shared/problem'
import type { Problem } from '@bilet/shared/problem'
import type { CheckReply } from '@bilet/shared/replies'
import { createTestApp, staffToken } from '../support/test-app.ts'
import type { TestApp } from '../support/test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await createTestApp()
})
afterAll(() => test.close())

const maxAnswer = 16 * 1024

async function refusalOf(path: string, body: string): Promise<Problem> {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': 'k' }
  const response = await test.app.request(path, { method: 'POST', headers, body })
  const text = await response.text()
  expect(response.status).toBe(422)
  expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(maxAnswer)
  const problem = JSON.parse(text) as Problem
  expect(problem.issues?.length).toBeLessThanOrEqual(told.issues)
  for (const issue of problem.issues ?? []) expect(issue.path.length).toBeLessThanOrEqual(told.path)
  return problem
}

const check = (body: string) => refusalOf('/v1/tickets/check', body)
const times = (count: number, item: string) => Array.from({ length: count }, () => item).join()

describe('an answer to a refused body stays small', () => {
  it('where a long name holds sixteen thousand forbidden ones', async () => {
    const { code, issues } = await check(`{"${'k'.repeat(262_144)}":[${times(16_000, '{"prototype":1}')}]}`)
    expect(code).toBe('too_many')
    expect(issues).toMatchObject([{ path: expect.stringMatching(/^k{199}…$/) }])
  })

  it('where names are long and there are some hundreds of them, saying how many were left out', async () => {
    const names = Array.from({ length: 500 }, (_, at) => `"${at}${'ы'.repeat(300)}":1`)
    const { code, issues, issuesOmitted } = await check(`{${names.join()}}`)
    expect(code).toBe('unknown_field')
    expect((issues?.length ?? 0) + (issuesOmitted ?? 0)).toBe(500)
  })

  it('where names are made of controls and lone surrogates, which JSON writes six times as long', async () => {
    const name = String.raw`\u0001\ud800`.repeat(100)
    const { issues } = await check(`{${Array.from({ length: 300 }, (_, at) => `"${name}${at}":1`).join()}}`)
    expect(issues).toHaveLength(told.issues)
  })

  it('where forbidden names lie under long ones', async () => {
    const { code } = await check(`{"${'ы'.repeat(100_000)}":[${times(300, '{"prototype":1}')}]}`)
    expect(code).toBe('unknown_field')
  })

  it('where links that may not be sent are as long as links may be', async () => {
    const links = Array.from({ length: 10 }, (_, at) => `"http://${at}${'h'.repeat(1_900)}.example"`)
    const ticket = {
      subject: 'Не приходят письма',
      description: 'После заказа письма не приходят',
      department: 'sales',
    }
    const draft = JSON.stringify({
      ...ticket,
      locale: 'ru',
      steps: ['Оформил заказ на сайте'],
      email: 'anna@shop.example',
    })
    const { code } = await refusalOf(
      '/v1/tickets',
      `${draft.slice(0, -1)},"screenshot":{"attachments":[],"links":[${links.join()}]}}`,
    )
    expect(code).toBe('link_not_allowed')
  })
})

describe('how much there is, is judged before each of it', () => {
  it('in a list of a quarter of a million', async () => {
    const { issues } = await check(`{"steps":[${times(260_000, '0')}]}`)
    expect(issues).toEqual([{ path: 'steps', code: 'too_many', params: { max: 1_000 } }])
  })

  it('in an object of as many', async () => {
    const entries = Array.from({ length: 30_000 }, (_, at) => `"${at}":0`).join()
    expect((await check(`{"environment":{${entries}}}`)).issues).toMatchObject([
      { path: 'environment', code: 'too_many' },
    ])
  })

  it('in lists within a list', async () => {
    const { issues } = await check(`{"steps":[${times(2_000, '[0,0]')}]}`)
    expect(issues).toMatchObject([{ path: 'steps', code: 'too_many' }])
  })

  it('in objects within an object, by names that are written in another way', async () => {
    const { issues } = await check(`{ "\\u0073te\\"ps" : { "a\\\\" : [ ${times(999, '{}')} ] } }`)
    expect(issues).toEqual([{ path: 'ste"ps.a\\', code: 'too_many', params: { max: 1_000 } }])
  })

  it('and as many as there may be are read', async () => {
    const steps = (count: number) => check(`{"steps":[${times(count, '"a]},{["')}]}`)
    const boundOf = async (count: number) => (await steps(count)).issues?.[0]?.params
    expect([await boundOf(999), await boundOf(1_000)]).toEqual([{ max: 50 }, { max: 1_000 }])
  })

  it('in a list that is only a little too long: its length is told first', async () => {
    const { code, issues } = await check(`{"steps":[${times(60, '0')}]}`)
    expect(code).toBe('too_many')
    expect(issues?.[0]).toEqual({ path: 'steps', code: 'too_many', params: { max: 50 } })
  })
})

it('an act that needs no body is not told from another by one that is broken', async () => {
  const headers = { Authorization: `Bearer ${staffToken}`, 'Idempotency-Key': 'k' }
  const rotate = (body: string) =>
    test.app.request('/v1/staff/webhooks/unknown/rotate', { method: 'POST', headers, body })
  expect([(await rotate('{')).status, (await rotate('')).status]).toEqual([404, 404])
})

describe('what is called like an act that needs no body', () => {
  const deep = 20_000
  const bodies = [
    ['is broken', '{', 400, 'malformed_json'],
    ['nests deeply', '['.repeat(deep) + ']'.repeat(deep), 422, 'too_deep'],
    ['is a list in a quarter of a million places', `{"blocks":[${times(250_000, '0')}]}`, 422, 'too_many'],
    ['names what every object has', '{"__proto__":{"a":1}}', 422, 'unknown_field'],
  ] as const
  const places = ['rotate', 'replay', 'accept', 'dismiss', 'tags/x'].flatMap((name) => [
    ['PUT', `/articles/${name}`],
    ['PUT', `/replies/${name}`],
    ['PATCH', `/tickets/${name}`],
  ])

  it.each(bodies)('is refused a body that %s, as any other is', async (_which, body, status, code) => {
    const headers = {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${staffToken}`,
      'If-Match': '"1"',
    }
    for (const [method = '', path] of places) {
      const response = await test.app.request(`/v1/staff${path}`, { method, headers, body })
      const problem = (await response.json()) as Problem
      expect([response.status, problem.code], `${method} ${path}`).toEqual([status, code])
    }
  })
})

describe('an answer to the longest draft', () => {
  const question = 'Не приходят письма о заказах, проверили всё. Кстати, сколько стоит баннер на главной? '
  const ask = async (steps: string[]) => {
    const body = JSON.stringify({ description: question.repeat(220), steps })
    const headers = { 'Content-Type': 'application/json' }
    const text = await (await test.app.request('/v1/tickets/check', { method: 'POST', headers, body })).text()
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(64 * 1024)
    return JSON.parse(text) as CheckReply
  }

  it('gives its questions apart, as long as they are not longer than an answer may be', async () => {
    expect((await ask([])).split?.length).toBeGreaterThan(1)
    const { split, findings } = await ask(Array.from({ length: 50 }, (_, at) => `${at} ${'шаг '.repeat(240)}`))
    expect(split).toBeUndefined()
    expect(findings).toContainEqual(expect.objectContaining({ code: 'several_questions' }))
  })
})
