// Error codes of the HTTP contract: RFC 9457 problem details. One table, read by the server, the widget's words and OpenAPI.

/** Every problem the API may answer with, and its HTTP status. Codes are stable: never rename, only add. */
export const problems = {
  malformed_json: 400,
  malformed_multipart: 400,
  invalid_query: 400,
  invalid_header: 400,
  idempotency_key_required: 400,
  idempotency_key_invalid: 400,
  unauthenticated: 401,
  token_invalid: 401,
  token_expired: 401,
  origin_not_allowed: 403,
  department_not_in_plan: 403,
  identity_required: 403,
  scope_required: 403,
  not_found: 404,
  method_not_allowed: 405,
  decision_not_allowed: 409,
  version_stale: 412,
  too_large: 413,
  unsupported_media_type: 415,
  invalid_body: 422,
  unknown_field: 422,
  idempotency_key_reused: 422,
  link_not_allowed: 422,
  version_required: 428,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
  storage_full: 507,
} as const satisfies Record<string, number>

export type ProblemCode = keyof typeof problems

/** What an answer tells of a body at most: it must not grow with what was sent. Paths in UTF-16 code units. */
export const told = { issues: 20, path: 200 } as const

/** What only the staff's side answers: the widget needs no words for it. */
export type StaffProblemCode = 'decision_not_allowed'

/** One thing wrong with one field. `path` is dotted from the body's root: `steps.1`, `screenshot.links.0`, '' for the body itself. */
export type Issue = { path: string; code: string; params?: Record<string, unknown> }

/** The body of every answer that is not 2xx, sent as `application/problem+json`. */
export type Problem = {
  type: string
  title: string
  status: number
  code: string
  detail?: string
  requestId: string
  /** At most 20; what is over is counted in `issuesOmitted`. */
  issues?: Issue[]
  issuesOmitted?: number
}
