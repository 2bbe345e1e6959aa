// JSON Schema of what validates. Schemas that hold themselves stand once in the document, under a name.
import * as z from 'zod/mini'
import { Article, Block, Inline, Line } from '@bilet/shared/article'
import { AuditEntry, DeskReply, MeReply, StoredReply } from '@bilet/shared/desk-replies'
import {
  AttachmentReply,
  FindingReply,
  HistoryEntry,
  Suggestion,
  TicketReply,
  TicketSummary,
} from '@bilet/shared/replies'
import {
  CountsReply,
  OtherTicket,
  Requester,
  StaffDecision,
  StaffEvent,
  StaffHistoryEntry,
  StaffTicket,
  StaffTicketSummary,
  StaffTokenReply,
  StaleReply,
  TicketHead,
} from '@bilet/shared/staff-replies'
import { Actor } from '@bilet/shared/ticket-events'
import { DeliveryReply, WebhookPayload, WebhookReply } from '@bilet/shared/webhook-replies'
import {
  BulkBody,
  ChangeBody,
  DecisionBody,
  DuplicateBody,
  MessageBody,
  OpenBody,
  SplitBody,
} from '../tickets/staff-bodies.ts'

type Schema = z.core.$ZodType

export type Json = Record<string, unknown>

/** What stands in the document under a name: generated clients have a type for each. */
const names = {
  Block,
  Inline,
  Line,
  Article,
  Actor,
  Attachment: AttachmentReply,
  Finding: FindingReply,
  Suggestion,
  OwnerTicket: TicketReply,
  OwnerTicketSummary: TicketSummary,
  OwnerHistoryEntry: HistoryEntry,
  Requester,
  Ticket: StaffTicket,
  TicketSummary: StaffTicketSummary,
  TicketHead,
  OtherTicket,
  TicketEvent: StaffHistoryEntry,
  Decision: StaffDecision,
  StreamedEvent: StaffEvent,
  StaleVersion: StaleReply,
  Counts: CountsReply,
  Desk: DeskReply,
  Me: MeReply,
  StaffToken: StaffTokenReply,
  CannedReply: StoredReply,
  AuditEntry,
  Webhook: WebhookReply,
  WebhookDelivery: DeliveryReply,
  WebhookPayload,
} satisfies Record<string, Schema>

/** The same for what is sent. */
const requestNames = {
  ChangeRequest: ChangeBody,
  MessageRequest: MessageBody,
  DecisionRequest: DecisionBody,
  BulkRequest: BulkBody,
  OpenRequest: OpenBody,
  SplitRequest: SplitBody,
  DuplicateRequest: DuplicateBody,
} satisfies Record<string, Schema>

const named = z.registry<{ id: string }>()
for (const [id, schema] of Object.entries({ ...names, ...requestNames })) named.add(schema, { id })

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
  const id = named.get(schema)?.id
  if (id !== undefined && id in (io === 'output' ? names : requestNames)) return { $ref: `#/components/schemas/${id}` }
  const { $schema: _dialect, $defs = {}, ...json } = jsonSchema(schema, io)
  const nameless = Object.keys($defs).find((name) => !(name in names || name in requestNames))
  if (nameless !== undefined) throw new Error('a schema that holds itself needs a name in json-schema.ts')
  return inDocument(json)
}

const inDocument = (schema: object): Json =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'))

const definitions = (schemas: Record<string, Schema>, io: 'input' | 'output') =>
  inDocument(jsonSchema(z.object(schemas), io).$defs ?? {})

/** What the document keeps under `components`. */
export const namedSchemas: Json = { ...definitions(requestNames, 'input'), ...definitions(names, 'output') }
