// Requests to every operation of the API document, with whatever comes to nobody's mind, and what no answer to them may be.
import * as fc from 'fast-check'
import type { OpenApiDocument, OperationObject } from '../../src/openapi/document.ts'

const mostBytes = 64 * 1024

export type Route = { method: string; path: string; operation: OperationObject }

/** Whom requests are sent to, with the tokens of an owner and of the staff. */
export type Target = { origin: string; owner: string; staff: string }

export const routesOf = ({ paths }: OpenApiDocument): Route[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )

const hostile = fc.constantFrom(
  '..',
  '../..',
  '%00',
  '%2f',
  '%2e%2e',
  '%252f',
  '1e999',
  '-1',
  'a?b',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  "' or 1=1 --",
  '$ne',
  '\u202e',
  '\ud800',
  'x'.repeat(3_000),
  '%ff',
  '%',
  ' ',
  '0',
  'settings:Анна',
  '{}',
  '\r\nX: y',
)
const word = fc.oneof({ weight: 3, arbitrary: hostile }, fc.string({ maxLength: 40 }), fc.uuid())
const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), hostile, fc.double(), fc.constant('x'.repeat(30_000)))

/** The example with some of it changed, taken away or added to; or anything at all. */
const bodyFor = (example: unknown) =>
  typeof example !== 'object' || example === null
    ? value
    : fc.oneof(
        {
          weight: 4,
          arbitrary: fc
            .dictionary(fc.constantFrom(...Object.keys(example), '__proto__', 'extra'), value)
            .map((change) => ({ ...example, ...change })),
        },
        { weight: 1, arbitrary: value },
        { weight: 1, arbitrary: fc.constant(example) },
      )

const encoded = (text: string) => {
  try {
    return encodeURIComponent(text)
  } catch {
    return '%ED%A0%80'
  }
}

/** A request to any operation of the document, with some of it as nobody would send it. */
export const askingOf = (routes: readonly Route[]) =>
  fc.constantFrom(...routes).chain((route) => {
    const example = route.operation.requestBody?.content['application/json']?.example
    const query = (route.operation.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name)
    return fc.record({
      route: fc.constant(route),
      ids: fc.array(word, { minLength: 2, maxLength: 2 }),
      isRaw: fc.boolean(),
      query: fc.dictionary(fc.constantFrom('cursor', 'limit', 'surprise', ...query), word, { maxKeys: 3 }),
      who: fc.constantFrom('guest', 'owner', 'staff', 'stranger', 'twice'),
      body: bodyFor(example),
      isBroken: fc.integer({ min: 0, max: 20 }),
      key: fc.option(word),
      version: fc.option(fc.oneof(word, fc.constant('"1"'))),
    })
  })
type Asking = ReturnType<typeof askingOf> extends fc.Arbitrary<infer T> ? T : never

/** What no stranger may read: names of engines, files, statements. */
const inside =
  /SQLITE|sqlite_|syntax error|node_modules|\.ts:\d+|at (?:async )?\w+ \(|select .+ from |ECONN|ENOENT|Error:/i

/** Null for what no client could send. */
export function toRequest(asked: Asking, { origin, owner, staff }: Target): Request | null {
  const { route, ids, isRaw, query, who, body, isBroken, key, version } = asked
  let at = 0
  const path = route.path.replaceAll(/\{\w+\}/g, () => (isRaw ? (ids[at++] ?? '') : encoded(ids[at++] ?? '')))
  const search = Object.entries(query).map(([name, text]) => `${name}=${encoded(text)}`)
  const tokens = {
    guest: '',
    owner: `Bearer ${owner}`,
    staff: `Bearer ${staff}`,
    stranger: 'Bearer x.y.z',
    twice: 'Bearer a, Bearer b',
  }
  const headers = new Headers()
  const set = (name: string, text: string | null) => {
    try {
      if (text) headers.set(name, text)
    } catch {
      // No client could send such a header.
    }
  }
  set('Authorization', tokens[who])
  set('Idempotency-Key', key)
  set('If-Match', version)
  const takesBody = route.method !== 'GET' && route.method !== 'DELETE'
  const isForm = route.operation.requestBody?.content['multipart/form-data'] !== undefined
  set('Content-Type', isForm ? 'multipart/form-data; boundary=x' : isBroken === 1 ? 'text/plain' : 'application/json')
  const json = JSON.stringify(body) ?? 'null'
  const text = isBroken === 2 ? json.slice(0, -1) : json
  try {
    return new Request(`${origin}${path}${search.length ? `?${search.join('&')}` : ''}`, {
      method: route.method,
      headers,
      ...(takesBody && {
        body: isForm
          ? `--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n${text}\r\n--x--`
          : text,
      }),
    })
  } catch {
    return null
  }
}

/** What is wrong with an answer, whatever was asked. */
export async function faultsOf(response: Response, path: string): Promise<string[]> {
  const { status } = response
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    await response.body?.cancel()
    return []
  }
  const text = await response.text()
  const said = status >= 400 ? inside.exec(text)?.[0] : undefined
  // Metrics and the reference are as long as there are routes, whoever asks.
  const bytes = Buffer.byteLength(text)
  const isLong = path.startsWith('/v1/') && bytes > mostBytes
  return [
    ...(status >= 500 ? [`status ${status}`] : []),
    ...(said === undefined ? [] : [`tells ${said}`]),
    ...(isLong ? [`${bytes} bytes`] : []),
  ]
}
