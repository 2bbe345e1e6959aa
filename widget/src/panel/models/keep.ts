// What stays on the device for one owner of one shop, or for guests. `bilet:user:…` is wiped at logout and change of user.
import type { SupportReply } from '@bilet/shared/replies'
import { blankDraft, isBlank } from './draft-fields.ts'
import type { DraftFields, DraftPlace } from './draft-fields.ts'
import { isLike, supportPattern } from './is-like.ts'
import { blankReply } from './reply-fields.ts'
import type { ReplyFields } from './reply-fields.ts'
import type { Shelf } from './shelf.ts'

export const createDraftPlace = (shelf: Shelf, scope: string): DraftPlace => ({
  read() {
    const kept = shelf.read(`${scope}:draft`)
    return isLike<DraftFields>(blankDraft, kept) ? kept : blankDraft
  },
  write: (draft) => shelf.write(`${scope}:draft`, isBlank(draft) ? null : draft),
})

/** What was written before the page said who its owner is, on this page and on those that died in those moments. */
export function takeUnnamed(shelf: Shelf): DraftFields[] {
  const found = Object.values(Object.assign({}, shelf.read('user:new')))
  shelf.write('user:new', null)
  return found.filter((one) => isLike<DraftFields>(blankDraft, one))
}

/** The rest of what is kept, for whoever `scope` names at the time. */
export const createKeep = (shelf: Shelf, scope: () => string) => ({
  readSupport: () => {
    const kept = shelf.read(`${scope()}:support`)
    return isLike<SupportReply>(supportPattern, kept) ? kept : null
  },
  writeSupport: (reply: SupportReply) => void shelf.write(`${scope()}:support`, reply),
  readReply: (ticket: string) => {
    const kept = shelf.read(`${scope()}:reply:${ticket}`)
    return isLike<ReplyFields>(blankReply, kept) ? kept : null
  },
  writeReply: (ticket: string, reply: ReplyFields | null) => void shelf.write(`${scope()}:reply:${ticket}`, reply),
})
export type Keep = ReturnType<typeof createKeep>
