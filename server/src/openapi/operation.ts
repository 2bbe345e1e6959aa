// What each route says of itself. The same schemas that validate are the API document: there is no second description.
import type { MiddlewareHandler } from 'hono'
import type * as z from 'zod/mini'
import type { ProblemCode } from '@bilet/shared/problem'
import type { Refused } from './refusals.ts'

type Schema = z.core.$ZodType

export type Operation = {
  summary: string
  /** Long text for the reference, Markdown. */
  description?: string
  /** Who may call: the owner's identity token, the same or the link of a guest's letter, the same or nobody, a staff token of a scope, the code of a sign-in link, or anyone. */
  auth:
    | 'owner'
    | 'owner_or_link'
    | 'owner_or_guest'
    | 'staff:read'
    | 'staff:write'
    | 'staff:admin'
    | 'sign_in_code'
    | 'none'
  success: { status: number; schema?: Schema; type?: string; headers?: Record<string, string> }
  /** Codes besides those that every route of this kind may answer. */
  problems?: ProblemCode[]
  /** Codes of a 422 that the schema of the body does not tell. */
  refused?: Refused[]
  /** Takes an `Idempotency-Key`. */
  idempotent?: 'required' | 'optional'
  /** Takes an `If-Match`. */
  conditional?: 'required' | 'optional'
  /** A body that the route accepts; the API document shows it and tests send it. */
  example?: unknown
}

export type Documentation = {
  operation?: Operation
  request?: { target: 'json' | 'query' | 'param' | 'header' | 'form'; schema: Schema }
}

const documentation = new WeakMap<object, Documentation>()

/** Ties documentation to a middleware and gives the middleware back, types untouched. */
export function document<M extends object>(middleware: M, facts: Documentation): M {
  documentation.set(middleware, facts)
  return middleware
}

/** What a middleware says of itself; undefined for one that is not documented. */
export const documentationOf = (middleware: object) => documentation.get(middleware)

/** Describes the route that it stands in. @example app.get('/healthz', describe({ summary: 'Alive', … }), handler) */
export function describe(operation: Operation): MiddlewareHandler {
  return document<MiddlewareHandler>((_c, next) => next(), { operation })
}
