// The OpenAPI 3.1 document, made from what the routes say of themselves and the schemas that validate.
import type { Hono } from 'hono'
import { issueCodes } from '@bilet/shared/issue-codes'
import { problems, told } from '@bilet/shared/problem'
import { staffIssueCodes } from '@bilet/shared/staff-issue-codes'
import { findingCodes } from '@bilet/shared/rules/finding'
import type { ProblemCode } from '@bilet/shared/problem'
import type { AppEnv } from '../http/env.ts'
import { jsonSchema, namedSchemas, toSchema } from './json-schema.ts'
import type { Json } from './json-schema.ts'
import { documentationOf } from './operation.ts'
import type { Documentation, Operation } from './operation.ts'
import { refusedBySchema, refusedOfJson } from './refusals.ts'

export type OpenApiDocument = {
  openapi: '3.1.0'
  info: Json
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, OperationObject>>
  webhooks: Json
  components: { schemas: Json; securitySchemes: Json }
}

/** An operation as OpenAPI has it. */
export type OperationObject = {
  operationId: string
  tags: string[]
  summary: string
  description?: string
  security: Record<string, never[]>[]
  'x-scope'?: string
  parameters?: Parameter[]
  requestBody?: { required: true; content: Record<string, { schema: Json; example?: unknown }> }
  responses: Record<string, ResponseObject>
}

export type Parameter = { name: string; in: string; required: boolean; schema: Json }

export type ResponseObject = { description: string; headers?: Json; content?: Record<string, { schema?: Json }> }

type Route = { method: string; path: string; operation: Operation; requests: NonNullable<Documentation['request']>[] }

/** The whole contract of an app whose routes are described. Routes that are not described do not appear. */
export function openApiDocument(
  app: Hono<AppEnv>,
  policy: Choices = { departments: [], plans: [], locales: [] },
): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {}
  for (const route of routesOf(app))
    (paths[toPath(route.path)] ??= {})[route.method.toLowerCase()] = withChoices(toOperation(route), policy)
  return {
    openapi: '3.1.0',
    info: { title: 'Bilet', version: '1.0.0', license: { name: 'MIT', identifier: 'MIT' }, description: about },
    tags: [
      { name: 'widget', description: 'For the widget: an owner with an identity token, or a guest.' },
      { name: 'staff', description: 'For support staff: a staff token with a scope.' },
      { name: 'operations', description: 'For whoever runs the server.' },
    ],
    paths,
    webhooks: { event: webhookSchema },
    components: { schemas: { Problem: problemSchema, ...requestsWith(policy) }, securitySchemes },
  }
}

const about =
  'The support desk’s front door. JSON in UTF-8, times in RFC 3339 UTC, ids are opaque. Errors are problem details (RFC 9457) with a stable `code`.'

const securitySchemes = {
  identity: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'Signed by the host’s backend: HS256, `aud` "bilet", at most 15 minutes.',
  },
  guestLink: {
    type: 'http',
    scheme: 'bearer',
    description: 'Of a letter to a guest: reads and answers one ticket for 30 days.',
  },
  signInCode: { type: 'http', scheme: 'bearer', description: 'Of a link that signs in; good once.' },
  staff: { type: 'http', scheme: 'bearer', description: 'A staff token with scope read, write or admin.' },
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: {
      type: 'string',
      description: `One of ${Object.keys(problems).join(', ')}, or the code of the first issue, such as ${[...new Set<string>([...issueCodes, ...findingCodes, ...staffIssueCodes])].join(', ')}.`,
    },
    detail: { type: 'string' },
    requestId: { type: 'string' },
    issues: {
      type: 'array',
      maxItems: told.issues,
      items: {
        type: 'object',
        required: ['path', 'code'],
        properties: {
          path: { type: 'string', maxLength: told.path },
          code: { type: 'string' },
          params: { type: 'object' },
        },
      },
    },
    issuesOmitted: { type: 'integer', description: 'How many more there are.' },
    version: { type: 'integer', description: 'Of a ticket that a 409 or 412 is about: its present version.' },
    ticketStatus: { type: 'string', description: 'Of a ticket that takes no such decision: its present status.' },
    changes: {
      type: 'array',
      description: 'Of a 412: what happened since the version that was sent.',
      items: { $ref: '#/components/schemas/TicketEvent' },
    },
  },
}

/** What the desk has: ids of its policy, languages of its owners. */
type Choices = { departments: readonly string[]; plans: readonly string[]; locales: readonly string[] }

/** The operation with the departments and plans that there are, where it takes one. What it answers may name former ones. */
function withChoices(operation: OperationObject, choices: Choices): OperationObject {
  const { parameters, requestBody } = operation
  const { departments, plans } = choices
  const listed: Record<string, readonly string[]> = {
    department: departments,
    plan: plans.length > 0 ? [...plans, 'guest'] : [],
  }
  return {
    ...operation,
    ...(parameters && {
      parameters: parameters.map((one) => {
        const any = listed[one.name]?.join('|')
        return any ? { ...one, schema: { ...one.schema, pattern: `^(${any})(,(${any}))*$` } } : one
      }),
    }),
    ...(requestBody && { requestBody: named(requestBody, choices) }),
  }
}

/** The named schemas, where what is sent names a department of the policy. */
const requestsWith = (choices: Choices): Json =>
  Object.fromEntries(
    Object.entries(namedSchemas).map(([name, schema]) => [
      name,
      name.endsWith('Request') ? named(schema, choices) : schema,
    ]),
  )

/** Every property `department` and `locale` that is a text, as a choice. */
function named<T>(schema: T, { departments, locales }: Choices): T {
  const choices = new Map([
    ['department', departments],
    ['locale', locales],
  ])
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) => {
    const listed = choices.get(key) ?? []
    const isText = typeof value === 'object' && value !== null && Reflect.get(value, 'type') === 'string'
    return listed.length > 0 && isText ? { ...value, enum: listed } : value
  })
}

/** What `POST /v1/staff/webhooks` has sent. */
const webhookSchema = {
  post: {
    summary: 'Something happened to a ticket (Standard Webhooks 1.0)',
    parameters: ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => ({
      name,
      in: 'header',
      required: true,
      schema: { type: 'string' },
    })),
    requestBody: {
      required: true,
      content: { 'application/json': { schema: { $ref: '#/components/schemas/WebhookPayload' } } },
    },
    responses: { '2XX': { description: 'Taken' }, 410: { description: 'Never send again' } },
  },
}

/** Handlers of one route stand in a row under one method and path; what they say is gathered. */
function routesOf(app: Hono<AppEnv>): Route[] {
  const gathered = new Map<string, { method: string; path: string; facts: Documentation[] }>()
  for (const { method, path, handler } of app.routes) {
    const facts = documentationOf(handler)
    if (!facts) continue
    const key = `${method} ${path}`
    const entry = gathered.get(key) ?? { method, path, facts: [] }
    entry.facts.push(facts)
    gathered.set(key, entry)
  }
  return [...gathered.values()].flatMap(({ method, path, facts }) => {
    const operation = facts.find((fact) => fact.operation)?.operation
    const requests = facts.flatMap((fact) => fact.request ?? [])
    return operation ? [{ method, path, operation, requests }] : []
  })
}

const toPath = (path: string) => path.replaceAll(/:(\w+)(?:\{[^}]{0,200}\})?/g, '{$1}')

function toOperation(route: Route): OperationObject {
  const { operation, requests } = route
  const parameters = [...pathParameters(route), ...requests.flatMap(toParameters), ...headerParameters(route)]
  const body = requests.find(({ target }) => target === 'json' || target === 'form')
  return {
    operationId: operationId(route),
    tags: [tagOf(route)],
    summary: operation.summary,
    ...(operation.description && { description: operation.description }),
    ...securityOf(operation),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: toBody(body, operation.example) }),
    responses: { [operation.success.status]: toSuccess(operation), ...toProblems(route) },
  }
}

const operationId = ({ method, path }: Route) =>
  [
    method.toLowerCase(),
    ...path
      .split('/')
      .filter(Boolean)
      .map((part) => part.replaceAll(/[^\w]/g, '')),
  ].join('_')

const tagOf = ({ path }: Route) =>
  path.startsWith('/v1/staff/') ? 'staff' : path.startsWith('/v1/') ? 'widget' : 'operations'

function securityOf({ auth }: Operation): Pick<OperationObject, 'security' | 'x-scope'> {
  if (auth === 'none') return { security: [] }
  if (auth === 'owner') return { security: [{ identity: [] }] }
  if (auth === 'sign_in_code') return { security: [{ signInCode: [] }] }
  if (auth === 'owner_or_link') return { security: [{ identity: [] }, { guestLink: [] }] }
  if (auth === 'owner_or_guest') return { security: [{ identity: [] }, {}] }
  return { security: [{ staff: [] }], 'x-scope': auth.slice('staff:'.length) }
}

const pathParameters = ({ path }: Route): Parameter[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))

function toParameters({ target, schema }: NonNullable<Documentation['request']>): Parameter[] {
  if (target !== 'query' && target !== 'header') return []
  const { properties = {}, required = [] } = jsonSchema(schema, 'input')
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: target,
    required: required.includes(name),
    schema: typeof property === 'boolean' ? {} : { ...property },
  }))
}

function headerParameters({ operation }: Route): Parameter[] {
  const schema = { type: 'string', minLength: 1, maxLength: 255 }
  const taken = { 'Idempotency-Key': operation.idempotent, 'If-Match': operation.conditional }
  return Object.entries(taken).flatMap(([name, need]) =>
    need ? [{ name, in: 'header', required: need === 'required', schema }] : [],
  )
}

const toBody = (
  { target, schema }: NonNullable<Documentation['request']>,
  example: unknown,
): NonNullable<OperationObject['requestBody']> => ({
  required: true,
  content: {
    [target === 'form' ? 'multipart/form-data' : 'application/json']: {
      schema: toSchema(schema, 'input'),
      ...(example !== undefined && { example }),
    },
  },
})

function toSuccess({ success: { schema, type, headers }, idempotent }: Operation): ResponseObject {
  const content = schema
    ? { [type ?? 'application/json']: { schema: toSchema(schema, 'output') } }
    : type && { [type]: {} }
  const all = { ...headers, ...(idempotent && { 'Idempotent-Replay': 'true on a repeat' }) }
  const documented = Object.entries(all).map(([name, description]) => [
    name,
    { description, schema: { type: 'string' } },
  ])
  return {
    description: content ? 'Success' : 'Success, no content',
    ...(documented.length > 0 && { headers: Object.fromEntries(documented) }),
    ...(content && { content }),
  }
}

/** Codes that follow from what a route takes and who may call it; a route names only its own. */
function codesOf({ method, path, operation, requests }: Route): ProblemCode[] {
  const codes = new Set<ProblemCode>(['internal', 'rate_limited', ...(operation.problems ?? [])])
  const add = (...more: ProblemCode[]) => more.forEach((code) => codes.add(code))
  if (path.startsWith('/v1/')) add('origin_not_allowed', 'invalid_header', 'invalid_query', 'unavailable')
  // A guest's link where it does not lead is no token, also where guests need none.
  if (operation.auth !== 'none') add('unauthenticated', 'token_invalid')
  if (operation.auth.startsWith('owner') || operation.auth.startsWith('staff')) add('token_expired')
  if (operation.auth.startsWith('staff')) add('scope_required')
  for (const { target } of requests) {
    if (target === 'json') add('malformed_json', 'unsupported_media_type', 'too_large')
  }
  if (operation.idempotent) add('idempotency_key_invalid', 'idempotency_key_reused')
  if (operation.idempotent === 'required') add('idempotency_key_required')
  if (method !== 'GET') add('storage_full')
  return [...codes]
}

/** A refused body is told by the code of its first issue: those of its schema, and the route's own. */
function refusedBy({ operation, requests }: Route): string[] {
  const codes = new Set<string>(operation.refused)
  for (const { target, schema } of requests) {
    if (target !== 'json') continue
    for (const code of [...refusedOfJson, ...refusedBySchema(schema)]) codes.add(code)
  }
  return [...codes].toSorted()
}

function toProblems(route: Route): OperationObject['responses'] {
  const byStatus = new Map<number, string[]>(groupBy(codesOf(route), (code) => problems[code]))
  const refused = [...(byStatus.get(422) ?? []), ...refusedBy(route)]
  if (refused.length > 0) byStatus.set(422, [...new Set(refused)])
  return Object.fromEntries(
    [...byStatus]
      .toSorted(([a], [b]) => a - b)
      .map(([status, codes]) => [
        status,
        {
          description: codes.map((code) => `\`${code}\``).join(', '),
          content: { 'application/problem+json': { schema: problemOf(codes) } },
        },
      ]),
  )
}

/** A problem with one of these codes. */
const problemOf = (codes: readonly string[]): Json => ({
  allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: codes } } }],
})

/** `Map.groupBy`, which Node 20 does not have. */
function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
