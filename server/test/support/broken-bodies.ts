// Bodies that break what a JSON Schema asks, one thing each, around a body that is good.

export type JsonSchema = {
  $ref?: string
  type?: string
  anyOf?: JsonSchema[]
  enum?: unknown[]
  const?: unknown
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
}

/** A schema that holds itself is followed so far. */
const deepest = 5

export function createBreaker(named: Record<string, JsonSchema>) {
  const resolve = ({ $ref, ...schema }: JsonSchema): JsonSchema => {
    const known = $ref === undefined ? undefined : named[$ref.split('/').at(-1) ?? '']
    return known ? resolve(known) : schema
  }

  /** The least that the schema takes. */
  function good(of: JsonSchema): unknown {
    const schema = resolve(of)
    if (schema.anyOf) return good(schema.anyOf[0] ?? {})
    if (schema.const !== undefined) return schema.const
    if (schema.enum) return schema.enum[0]
    if (schema.type === 'string') return goodText(schema)
    if (schema.type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => good(schema.items ?? {}))
    if (schema.type !== 'object') return schema.type === 'boolean' ? true : (schema.minimum ?? 1)
    const { properties = {}, required = [] } = schema
    return Object.fromEntries(required.map((name) => [name, good(properties[name] ?? {})]))
  }

  function* broken(of: JsonSchema, around: unknown, depth = 0): Generator {
    const schema = resolve(of)
    if (depth > deepest) return
    for (const option of schema.anyOf ?? []) yield* broken(option, good(option), depth + 1)
    yield schema.type === 'string' || schema.anyOf ? 5 : 'another type'
    if (schema.enum || schema.const !== undefined) yield 'none of these'
    if (schema.type === 'string') yield* brokenTexts(schema)
    if (schema.minimum !== undefined) yield schema.minimum - 1
    if (schema.maximum !== undefined) yield schema.maximum + 1
    if (schema.type === 'array') yield* brokenLists(schema, depth)
    if (schema.type === 'object') yield* brokenObjects(schema, around, depth)
  }

  function* brokenLists({ items = {}, minItems = 0, maxItems }: JsonSchema, depth: number): Generator {
    if (minItems > 0) yield []
    if (maxItems !== undefined) yield Array.from({ length: maxItems + 1 }, () => good(items))
    for (const item of broken(items, good(items), depth + 1)) yield [item]
  }

  function* brokenObjects(schema: JsonSchema, around: unknown, depth: number): Generator {
    const { properties = {}, additionalProperties } = schema
    const whole = typeof around === 'object' && around !== null ? around : {}
    if (additionalProperties === false) yield { ...whole, surprise: 1 }
    if (typeof additionalProperties === 'object')
      for (const value of broken(additionalProperties, good(additionalProperties), depth + 1)) yield { any: value }
    for (const [name, property] of Object.entries(properties)) {
      const inside: unknown = Reflect.get(whole, name) ?? good(property)
      for (const value of broken(property, inside, depth + 1)) yield { ...whole, [name]: value }
    }
  }

  return { broken }
}

function goodText({ format, pattern, minLength = 0 }: JsonSchema): string {
  if (format === 'date-time') return '2030-01-01T00:00:00Z'
  if (format === 'email') return 'anna@shop.example'
  return 'a'.repeat(Math.max(minLength, pattern ? 1 : 0))
}

function* brokenTexts({ format, pattern, minLength = 0, maxLength }: JsonSchema): Generator<string> {
  if (minLength > 0) yield ''
  if (maxLength !== undefined) {
    yield 'a'.repeat(maxLength + 1)
    yield '\0'
  }
  if (format !== undefined || pattern !== undefined) yield 'not so!'
}
