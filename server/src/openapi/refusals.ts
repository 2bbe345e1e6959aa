// What a body may be refused for: the codes that `toIssues` makes of what its schema asks, told by the schema itself.
import type { IssueCode } from '@bilet/shared/issue-codes'
import type { FindingCode } from '@bilet/shared/rules/finding'
import type { StaffIssueCode } from '@bilet/shared/staff-issue-codes'
import * as z from 'zod/mini'

/** A 422's code that is no problem's own. */
export type Refused = IssueCode | StaffIssueCode | FindingCode

/** What is asked of every JSON body before its schema sees it (`http/json-body.ts`). */
export const refusedOfJson = ['too_deep', 'too_many', 'unknown_field'] as const satisfies Refused[]

type Keywords = z.core.JSONSchema.BaseSchema

const byKeyword: [keyof Keywords, code: string][] = [
  ['type', 'invalid_type'],
  ['anyOf', 'invalid_type'],
  ['additionalProperties', 'unknown_field'],
  ['enum', 'invalid_choice'],
  ['const', 'invalid_choice'],
  ['maxLength', 'too_long'],
  ['minLength', 'too_short'],
  ['maxItems', 'too_many'],
  ['minItems', 'too_short'],
  ['maximum', 'too_long'],
  ['minimum', 'too_short'],
]

const formats: Record<string, string> = { 'date-time': 'invalid_datetime', email: 'invalid_email' }

/** Codes of the schema, in no order. */
export function refusedBySchema(schema: z.core.$ZodType): Set<string> {
  const codes = new Set<string>()
  z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: json }) => {
      for (const [keyword, code] of byKeyword) if (json[keyword] !== undefined) codes.add(code)
      if (json.format) codes.add(formats[json.format] ?? 'invalid_format')
      else if (json.pattern) codes.add('invalid_format')
      for (const check of zodSchema._zod.def.checks ?? []) for (const code of saidBy(check)) codes.add(code)
    },
  })
  return codes
}

/** The code of a check of our own, which is its message. */
function saidBy({ _zod: { def } }: z.core.$ZodCheck): string[] {
  if (def.check !== 'custom') return []
  const said: unknown = def.error && Reflect.apply(def.error, undefined, [{ code: 'custom', path: [] }])
  return [typeof said === 'string' ? said : 'invalid']
}
