// Every route of the document, at whatever is another's, by every kind of caller: made from the document, so that a new
// route is either in these tables or fails here.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { VerifiedCaller } from '@bilet/shared/caller'
import { premSite } from '@bilet/shared/policy/prem-site'
import type { AttachmentReply, SubmittedReply } from '@bilet/shared/replies'
import { png } from '../../src/attachments/image/test-pictures.ts'
import { openApiDocument } from '../../src/openapi/document.ts'
import type { OperationObject } from '../../src/openapi/document.ts'
import { ownerId } from '../../src/tickets/requester.ts'
import { fileForm } from '../support/over-http.ts'
import { createTestApp, owner, staffToken } from '../support/test-app.ts'
import type { TestApp } from '../support/test-app.ts'

const people = {
  anna: owner,
  'her colleague': { ...owner, userId: 'u2' },
  'the same id in another shop': { ...owner, shop: 's2' },
  'the same id of another issuer': { ...owner, issuer: 'elsewhere' },
} satisfies Record<string, VerifiedCaller>
type Person = keyof typeof people
const persons = Object.keys(people) as Person[]

const scopes = ['read', 'write', 'admin'] as const
type Caller = 'nobody' | 'an owner' | (typeof scopes)[number]

// With everything open that a policy can open.
const test: TestApp = await createTestApp({ policy: { ...premSite, guest: { ...premSite.guest, pictures: true } } })
afterAll(() => test.close())

const routes = Object.entries(openApiDocument(test.app).paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
)
type Route = (typeof routes)[number]

/** Who may call an operation, as the document tells it. */
function doorOf({
  security,
  'x-scope': scope,
}: OperationObject): 'anyone' | 'guests too' | 'owners' | 'a code' | Caller {
  if (security.some((one) => 'signInCode' in one)) return 'a code'
  const names = new Set(security.flatMap((one) => Object.keys(one)))
  if (names.has('staff')) return scopes.find((one) => one === scope) ?? 'nobody'
  if (!names.has('identity')) return 'anyone'
  return security.some((one) => Object.keys(one).length === 0) ? 'guests too' : 'owners'
}

/** What each door says to whom; `in` is anything but 401 and 403. */
const doors: Record<string, Record<Caller, 'in' | 401 | 403>> = {
  anyone: { nobody: 'in', 'an owner': 'in', read: 'in', write: 'in', admin: 'in' },
  'guests too': { nobody: 'in', 'an owner': 'in', read: 401, write: 401, admin: 401 },
  // Neither kind of token is such a code.
  'a code': { nobody: 401, 'an owner': 401, read: 401, write: 401, admin: 401 },
  owners: { nobody: 401, 'an owner': 'in', read: 401, write: 401, admin: 401 },
  read: { nobody: 401, 'an owner': 401, read: 'in', write: 'in', admin: 'in' },
  write: { nobody: 401, 'an owner': 401, read: 403, write: 'in', admin: 'in' },
  admin: { nobody: 401, 'an owner': 401, read: 403, write: 403, admin: 'in' },
}

/** Whose the ids in a path are: an owner's own, or the desk's, which every owner may read or staff alone reach. */
const idsIn: Record<string, 'own ticket' | 'own picture' | 'desk'> = {
  '/v1/tickets/{id}': 'own ticket',
  '/v1/tickets/{id}/read': 'own ticket',
  '/v1/tickets/{id}/messages': 'own ticket',
  '/v1/attachments/{id}': 'own picture',
  '/v1/articles/{id}': 'desk',
  '/v1/articles/{id}/feedback': 'desk',
  '/v1/article-pictures/{name}': 'desk',
}

const tokens: Partial<Record<Caller, string>> = {}
const own: Partial<Record<Person, { ticket: string; picture: string }>> = {}
const ownOf = (person: Person) => own[person] ?? { ticket: '', picture: '' }

beforeAll(async () => {
  for (const scope of ['read', 'write'] as const) tokens[scope] = await test.agentToken(scope, [scope])
  tokens.admin = staffToken
  for (const person of persons) {
    const who = people[person]
    const upload = async () => {
      const { body } = await ask('POST', '/v1/attachments', await test.tokenFor(who), fileForm(png()))
      return (body as AttachmentReply).id
    }
    const ticket = await ask('POST', '/v1/tickets', await test.tokenFor(who), {
      subject: `Не приходят письма: ${person}`,
      description: 'После оформления заказа покупатель не получает письмо.',
      steps: ['Оформил тестовый заказ'],
      screenshot: { attachments: [await upload()], links: [] },
      department: 'sales',
      locale: 'ru',
    })
    own[person] = { ticket: (ticket.body as SubmittedReply).id, picture: await upload() }
  }
})

let keys = 0
async function ask(method: string, path: string, token: string | undefined, body?: object) {
  const isForm = body instanceof FormData
  const response = await test.app.request(path, {
    method,
    headers: {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body && !isForm && { 'Content-Type': 'application/json', 'Idempotency-Key': `key ${++keys}` }),
    },
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
  })
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream')
  if (isStream) void response.body?.cancel()
  const text = isStream ? '' : await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return { status: response.status, body: (isJson ? JSON.parse(text) : text) as unknown, text }
}

const bodyOf = ({ method, operation }: Route) => {
  const content = operation.requestBody?.content
  if (!content || method === 'GET') return undefined
  if (content['multipart/form-data']) return fileForm(png())
  const example = content['application/json']?.example
  return typeof example === 'object' && example !== null ? example : {}
}

const calledBy = async (route: Route, token: string | undefined, id = 'unknown') =>
  ask(route.method, route.path.replaceAll(/\{\w+\}/g, id), token, bodyOf(route))

/** How the whole of a person's own looks to the desk: what nobody else may change. */
const stateOf = async () =>
  JSON.stringify(
    await Promise.all(
      persons.map(async (person) => [
        await test.deps.tickets.find(ownOf(person).ticket),
        await test.deps.attachments.find(ownOf(person).picture),
      ]),
    ),
  )

describe.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', (_name, route) => {
  const callers = Object.keys(doors['anyone'] ?? {}) as Caller[]

  it('lets in whom its document says, and nobody else', async () => {
    const door = doors[doorOf(route.operation)]
    expect(door, 'a door that is in no table').toBeDefined()
    const answers = await Promise.all(
      callers.map(async (caller) => {
        const token = caller === 'an owner' ? await test.tokenFor() : tokens[caller]
        const { status } = await calledBy(route, token)
        return [caller, status === 401 || status === 403 ? status : 'in']
      }),
    )
    expect(Object.fromEntries(answers)).toEqual(door)
  })
})

/** What takes something away comes last. */
const ofOwners = routes
  .filter(({ path }) => !path.startsWith('/v1/staff') && path.includes('{'))
  .toSorted((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'))

it.each(ofOwners.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s gives nobody what is another’s',
  async (_name, route) => {
    const whose = idsIn[route.path]
    expect(whose, 'ids that are in no table').toBeDefined()
    if (whose === 'desk') return
    const before = await stateOf()
    for (const mine of persons)
      for (const caller of persons.filter((one) => one !== mine)) {
        const id = whose === 'own ticket' ? ownOf(mine).ticket : ownOf(mine).picture
        const { status, text } = await calledBy(route, await test.tokenFor(people[caller]), id)
        expect({ mine, caller, status }).toEqual({ mine, caller, status: 404 })
        expect(text).not.toContain(mine)
      }
    expect(await stateOf()).toBe(before)
    for (const mine of persons) {
      const id = whose === 'own ticket' ? ownOf(mine).ticket : ownOf(mine).picture
      expect((await calledBy(route, await test.tokenFor(people[mine]), id)).status).toBeLessThan(300)
    }
  },
)

describe('in a body', () => {
  const draft = {
    subject: 'Не приходят письма о заказе',
    description: 'После оформления заказа покупатель не получает письмо.',
    steps: ['Оформил тестовый заказ'],
    department: 'sales',
    locale: 'ru',
  }

  it('the picture of another is no picture, in a ticket and in a message', async () => {
    for (const caller of persons.filter((one) => one !== 'anna')) {
      const token = await test.tokenFor(people[caller])
      const { picture } = ownOf('anna')
      const ticket = await ask('POST', '/v1/tickets', token, {
        ...draft,
        screenshot: { attachments: [picture], links: [] },
      })
      const message = { text: 'Вот', attachments: [picture] }
      const said = await ask('POST', `/v1/tickets/${ownOf(caller).ticket}/messages`, token, message)
      for (const refused of [ticket, said])
        expect(refused).toMatchObject({ status: 422, body: { code: 'attachment_not_found' } })
    }
  })

  it('staff answer with no picture of another owner’s', async () => {
    const path = `/v1/staff/tickets/${ownOf('anna').ticket}/messages`
    const { picture } = ownOf('the same id in another shop')
    const said = await ask('POST', path, tokens.write, { text: 'Вот', visibility: 'public', attachments: [picture] })
    expect(said).toMatchObject({ status: 422, body: { code: 'attachment_unknown' } })
  })
})

describe('in a list', () => {
  it('a cursor of one owner leads another through their own', async () => {
    type List = { items: { id: string }[]; nextCursor: string | null }
    const list = async (person: Person, query: string) =>
      (await ask('GET', `/v1/tickets${query}`, await test.tokenFor(people[person]))).body as List
    const { nextCursor } = await list('anna', '?limit=1')
    const last = persons.at(-1)
    if (!last) throw new Error('there are persons')
    const found = await list(last, nextCursor ? `?cursor=${nextCursor}` : '')
    for (const { id } of found.items)
      expect(await test.deps.tickets.find(id)).toMatchObject({ requester: { id: ownerId(people[last]) } })
  })
})

describe('between two who share a cache', () => {
  const get = async (path: string, person: Person, tag?: string | null) =>
    test.app.request(path, {
      headers: {
        Authorization: `Bearer ${await test.tokenFor(people[person])}`,
        ...(tag && { 'If-None-Match': tag }),
      },
    })

  it('no answer about a person is kept for another', async () => {
    const { ticket, picture } = ownOf('anna')
    for (const path of [`/v1/tickets/${ticket}`, `/v1/attachments/${picture}`, '/v1/tickets', '/v1/tickets/unread']) {
      const { headers } = await get(path, 'anna')
      const control = headers.get('Cache-Control') ?? ''
      expect(control, path).toMatch(/no-store|private/)
      expect(control.includes('no-store') ? 'Authorization' : headers.get('Vary'), path).toContain('Authorization')
    }
  })

  it('no tag of one gives another a 304', async () => {
    const { ticket, picture } = ownOf('anna')
    const answer = { text: 'Проверили', visibility: 'public' }
    await ask('POST', `/v1/staff/tickets/${ticket}/messages`, tokens.write, answer)
    const unread = await get('/v1/tickets/unread', 'anna')
    expect(await unread.json()).toEqual({ unread: 1 })
    const others = await get('/v1/tickets/unread', 'her colleague', unread.headers.get('ETag'))
    expect({ status: others.status, body: await others.json() }).toEqual({ status: 200, body: { unread: 0 } })
    for (const path of [`/v1/tickets/${ticket}`, `/v1/attachments/${picture}`])
      for (const tag of [(await get(path, 'anna')).headers.get('ETag') ?? '"1"', '*'])
        expect((await get(path, 'her colleague', tag)).status).toBe(404)
  })
})
