// The app as its own document says that it answers: every JSON reply that a test gets is held against the schema that
// stands in the document for its route and status.
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { Hono } from 'hono'
import { issueCodes } from '@bilet/shared/issue-codes'
import { problems } from '@bilet/shared/problem'
import { findingCodes } from '@bilet/shared/rules/finding'
import { staffIssueCodes } from '@bilet/shared/staff-issue-codes'
import type { AppEnv } from '../../src/http/env.ts'
import { openApiDocument } from '../../src/openapi/document.ts'
import type { OpenApiDocument } from '../../src/openapi/document.ts'

type Exchange = { method: string; path: string; response: Response }

/** Gives a check of one exchange, which rejects where the answer is not what the document tells. */
export function createConformance(app: Hono<AppEnv>): (exchange: Exchange) => Promise<void> {
  const document = openApiDocument(app)
  const ajv = new Ajv2020({ strict: false, allErrors: false, schemas: { 'openapi.json': document } })
  addFormats.default(ajv)
  const compiled = new Map<string, ValidateFunction>()
  const paths = Object.keys(document.paths).map((path) => ({ path, matches: patternOf(path) }))

  const schemaAt = (pointer: string) => {
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: `openapi.json#${pointer}` })
    compiled.set(pointer, known)
    return known
  }

  return async ({ method, path, response }) => {
    const type = response.headers.get('content-type')?.split(';')[0] ?? ''
    const route = paths.find((one) => one.matches.test(path) && method in (document.paths[one.path] ?? {}))
    if (!route || !/^application\/(problem\+)?json$/.test(type)) return
    const { status } = response
    const told = `${method.toUpperCase()} ${route.path} ${status}`
    const content = responseOf(document, route.path, method, response.status)?.content?.[type]
    if (!content) throw new Error(`${told}: the document does not say that it answers so`)
    const pointer = ['paths', route.path, method, 'responses', String(response.status), 'content', type, 'schema']
    const isValid = schemaAt(`/${pointer.map(escaped).join('/')}`)
    const body: unknown = await response.json()
    if (status === 422 && !isToldCode(body))
      throw new Error(`${told}: its code is nowhere told: ${JSON.stringify(body)}`)
    if (!isValid(body)) throw new Error(`${told} is not as its document says: ${ajv.errorsText(isValid.errors)}`)
  }
}

const toldCodes = new Set<string>([...Object.keys(problems), ...issueCodes, ...findingCodes, ...staffIssueCodes])

/** Whether a problem's code is one that the document names. */
const isToldCode = (body: unknown) =>
  typeof body === 'object' && body !== null && toldCodes.has(String(Reflect.get(body, 'code')))

const responseOf = (document: OpenApiDocument, path: string, method: string, status: number) =>
  document.paths[path]?.[method]?.responses[status]

/** Fixed parts of a path come before its parameters: `/tickets/counts` is no ticket. */
const patternOf = (path: string) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)

const escaped = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
