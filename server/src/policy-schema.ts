// The policy as JSON Schema, for editors: `"$schema": "./policy.schema.json"` in a policy file completes and checks it.
import * as z from 'zod/mini'
import { SupportPolicy, Words } from '@bilet/shared/policy/policy'

/** Draft 2020-12. Words may leave languages out, as `readPolicy` takes them. */
export function policySchema(): object {
  const schema = z.toJSONSchema(SupportPolicy, {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema !== Words) return
      jsonSchema.description = 'In one language or more; the first stands in for those that are missing.'
      jsonSchema.minProperties = 1
      jsonSchema.propertyNames = { pattern: '^[a-z]{2}$' }
      delete jsonSchema.required
    },
  })
  return { ...schema, title: 'Bilet support policy', properties: { $schema: { type: 'string' }, ...schema.properties } }
}
