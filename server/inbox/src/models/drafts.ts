// Words of the agent that nobody has yet: on the device at every letter, for each agent and ticket.
import type { Shelf } from '@bilet/widget/shelf'
import { blankDraft, isBlank } from './draft-fields.ts'
import type { DraftFields } from './draft-fields.ts'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isDraft = (value: unknown): value is DraftFields =>
  isRecord(value) &&
  typeof value['text'] === 'string' &&
  typeof value['isNote'] === 'boolean' &&
  Array.isArray(value['pictures']) &&
  'article' in value &&
  'decision' in value

/** `agent` names whose words they are: two agents may share a browser. */
export const createDrafts = (shelf: Shelf, agent: () => string) => {
  const key = (ticket: string) => `staff:${agent()}:draft:${ticket}`
  return {
    read(ticket: string): DraftFields {
      const kept = shelf.read(key(ticket))
      return isDraft(kept) ? kept : blankDraft
    },
    write: (ticket: string, draft: DraftFields) => void shelf.write(key(ticket), isBlank(draft) ? null : draft),
  }
}
export type Drafts = ReturnType<typeof createDrafts>
