import type { PartialDraft } from '../ticket.ts'

/** A draft as rules read it: however incomplete. */
export type Draft = PartialDraft
