import type { Caller } from '@bilet/shared/caller'
import type { TicketDraft } from '@bilet/shared/ticket'
import type { Draft } from '../../search/query/draft.ts'

/** What owners and staff made of suggestions and articles: for learning and for reports. */
export type SuggestionEvent =
  | {
      kind: 'shown'
      queryId: string
      query: Draft & { pageUrl?: string | undefined }
      articleIds: string[]
      caller: Caller
    }
  /** `queryId` where the article was opened from suggestions. */
  | { kind: 'opened'; queryId?: string | undefined; articleId: string; caller: Caller }
  | { kind: 'solved' | 'not_helpful'; queryId: string; articleId: string; caller: Caller }
  /** A ticket was sent though its owner had seen these. */
  | { kind: 'sent_anyway'; articleIds: readonly string[]; caller: Caller }
  /** Staff answered a ticket with an article. */
  | { kind: 'linked'; ticket: { id: string; draft: TicketDraft }; articleId: string }

/** Statistics: noting one costs its maker nothing, and it may be lost. */
export type RecordEvent = (event: SuggestionEvent) => void
