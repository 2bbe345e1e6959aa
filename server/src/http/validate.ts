// The one wrapper over the validator: every refusal becomes a problem, and every schema is known to the API document.
import { zValidator } from '@hono/zod-validator'
import type { ValidationTargets } from 'hono'
import type * as z from 'zod/mini'
import { toIssues } from '@bilet/shared/issues'
import type { ProblemCode } from '@bilet/shared/problem'
import { document } from '../openapi/operation.ts'
import { Refusal } from './problem.ts'

type Target = Extract<keyof ValidationTargets, 'json' | 'query' | 'param' | 'header'>

const refusals: Record<Target, ProblemCode> = {
  json: 'invalid_body',
  query: 'invalid_query',
  param: 'not_found',
  header: 'invalid_header',
}

/**
 * Validates one part of a request against a schema: a body that fails is 422, a query or header 400, a path 404.
 * @example app.post('/tickets', validate('json', TicketDraft), (c) => … c.req.valid('json'))
 */
export function validate<T extends Target, S extends z.ZodMiniType>(target: T, schema: S) {
  const middleware = zValidator(target, schema, (result) => {
    if (!result.success) throw new Refusal(refusals[target], { issues: toIssues(result.error) })
  })
  return document(middleware, { request: { target, schema } })
}
