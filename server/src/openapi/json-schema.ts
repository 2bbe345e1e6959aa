// JSON Schema of what validates. Schemas that hold themselves stand once in the document, under a name.
import * as z from 'zod/mini'
import { Block, Inline, Line } from '@bilet/shared/article'

type Schema = z.core.$ZodType

export type Json = Record<string, unknown>

const named = z.registry<{ id: string }>()
named.add(Block, { id: 'Block' })
named.add(Inline, { id: 'Inline' })
named.add(Line, { id: 'Line' })

/** As zod has it: definitions that are referred to stand beside the schema, under `$defs`. */
export const jsonSchema = (schema: Schema, io: 'input' | 'output') =>
  z.toJSONSchema(schema, {
    io,
    metadata: named,
    unrepresentable: 'any',
    // A file in a form is bytes: JSON Schema has no word for it but its format.
    override: ({ zodSchema, jsonSchema: json }) => {
      if (zodSchema._zod.def.type === 'file') json.format = 'binary'
    },
  })

/** A schema to stand in the document. Throws for one that holds itself and has no name. */
export function toSchema(schema: Schema, io: 'input' | 'output'): Json {
  const { $schema: _dialect, $defs = {}, ...json } = jsonSchema(schema, io)
  const nameless = Object.keys($defs).find((name) => !(name in namedSchemas))
  if (nameless !== undefined) throw new Error('a schema that holds itself needs a name in json-schema.ts')
  return inDocument(json)
}

const inDocument = (schema: object): Json =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'))

/** What the document keeps under `components`. */
export const namedSchemas: Json = inDocument(jsonSchema(Block, 'output').$defs ?? {})
