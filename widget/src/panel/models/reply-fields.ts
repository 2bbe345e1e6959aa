import type { AttachmentReply } from '@bilet/shared/replies'

/** A reply being written. `key` is the idempotency key of an attempt without an answer yet. */
export type ReplyFields = { text: string; pictures: AttachmentReply[]; key: string }

export const blankReply: ReplyFields = { text: '', pictures: [], key: '' }
