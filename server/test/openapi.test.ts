// The API document as an integrator's tools read it.
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problems } from '@bilet/shared/problem'
import { createTestApp } from './support/test-app.ts'
import type { TestApp } from './support/test-app.ts'

type Operation = {
  operationId: string
  parameters?: { name: string; schema: { pattern?: string } }[]
  requestBody?: { content: Record<string, { schema: unknown }> }
  responses: Record<string, { description: string }>
}

type Document = {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}

const methods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])

describe('the API document', () => {
  let test: TestApp
  let document: Document

  beforeAll(async () => {
    test = await createTestApp()
    document = (await (await test.app.request('/openapi.json')).json()) as Document
  })
  afterAll(() => test.close())

  const operations = () => Object.values(document.paths).flatMap((path) => Object.values(path))

  it('is valid OpenAPI 3.1 in the eyes of an independent validator', async () => {
    const validator = new Validator()
    const { valid, errors } = await validator.validate(structuredClone(document))
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined })
    expect(validator.version).toBe('3.1')
  })

  it('is found wanting by the same validator when it is broken', async () => {
    const broken = structuredClone(document)
    Object.assign(broken.paths['/v1/tickets']?.['post'] ?? {}, { responses: 'none' })
    expect((await new Validator().validate(broken)).valid).toBe(false)
  })

  it('holds every route of the app, and nothing else', () => {
    const served = test.app.routes
      .filter(({ method }) => methods.has(method))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, '{$1}')}`)
      .filter((route) => route.includes(' /v1/'))
    const told = Object.entries(document.paths)
      .flatMap(([path, operation]) => Object.keys(operation).map((method) => `${method.toUpperCase()} ${path}`))
      .filter((route) => route.includes(' /v1/'))
    expect(new Set(told)).toEqual(new Set(served))
    expect(told.length).toBeGreaterThan(25)
  })

  it('names each operation once', () => {
    const names = operations().map(({ operationId }) => operationId)
    expect(new Set(names).size).toBe(names.length)
  })

  /**
   * Of these no operation is the place: one is the answer where there is none, one the widget's own, and in place of a
   * refused body's stands the code of its first issue.
   */
  const elsewhere = new Set(['method_not_allowed', 'identity_required', 'invalid_body'])
  const answered = Object.entries(problems).filter(([code]) => !elsewhere.has(code))

  it.each(answered)('tells where %s may be answered, under %i', (code, status) => {
    const answers = operations().flatMap(({ responses }) => responses[status]?.description ?? [])
    expect(answers.join(' ')).toContain(`\`${code}\``)
  })

  it('gives a name to what staff read and send, so that a generated client has types for it', () => {
    const bodyOf = (path: string) => document.paths[path]?.['post']?.requestBody?.content['application/json']?.schema
    expect(bodyOf('/v1/staff/tickets/{id}/decisions')).toEqual({ $ref: '#/components/schemas/DecisionRequest' })
    const { schemas } = document.components
    expect(Object.keys(schemas)).toEqual(
      expect.arrayContaining(['Ticket', 'TicketEvent', 'StreamedEvent', 'Decision', 'MessageRequest', 'BulkRequest']),
    )
    expect(JSON.stringify(schemas['MessageRequest'])).toContain('#/components/schemas/DecisionRequest')
    expect(JSON.stringify(schemas['TicketEvent'])).toContain('#/components/schemas/Decision')
  })

  it('says which departments and plans this desk has, and that lists are separated by commas', () => {
    const { parameters = [] } = document.paths['/v1/staff/tickets']?.['get'] ?? {}
    const pattern = (name: string) => parameters.find((one) => one.name === name)?.schema.pattern ?? ''
    expect(pattern('plan')).toBe('^(free|standard|premium|guest)(,(free|standard|premium|guest))*$')
    expect(new RegExp(pattern('department')).test('technical,sales')).toBe(true)
    expect(new RegExp(pattern('department')).test('technical,kitchen')).toBe(false)
    expect(document.components.schemas['ChangeRequest']).toMatchObject({
      properties: { department: { enum: ['technical', 'consultations', 'sales'] } },
    })
  })

  it('is what methods are told from: others than it has are 405, with those that it has', async () => {
    const response = await test.app.request('/v1/tickets', { method: 'DELETE' })
    expect({ status: response.status, allow: response.headers.get('allow') }).toEqual({
      status: 405,
      allow: 'GET, POST',
    })
    expect(await response.json()).toMatchObject({ code: 'method_not_allowed' })
    expect((await test.app.request('/v1/nothing', { method: 'DELETE' })).status).toBe(404)
  })

  it('has a line for every code in the readable reference, and what is named is shown there', async () => {
    const page = await (await test.app.request('/docs')).text()
    const named = [...page.matchAll(/href="#(\/components\/schemas\/\w+)"/g)].map(([, name]) => name)
    expect(named.length).toBeGreaterThan(30)
    for (const name of named) expect(page).toContain(`id="${name}"`)
    for (const code of Object.keys(problems)) expect(page).toContain(`id="${code}"`)
  })
})
