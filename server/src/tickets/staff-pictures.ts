// Pictures that staff send: uploaded by somebody on the staff, in tickets of one owner only, so that erasing one owner
// never takes a picture out of another's thread.
import type { Issue } from '@bilet/shared/problem'
import type { Attachments, Stored } from '../attachments/attachments.ts'
import type { Owner, Requester } from './ticket.ts'

const prefix = 'staff:'

/** Whose the pictures of a token are until they are sent. No owner of tickets is without a shop. */
export const staffUploader = (staffId: string): Owner => ({ requesterId: `${prefix}${staffId}`, shop: null })

const isStaffs = ({ owner }: Stored) => owner.shop === null && owner.requesterId.startsWith(prefix)

const isSame = (one: Owner, other: Owner) => one.requesterId === other.requesterId && one.shop === other.shop

export type TakenPictures = {
  issues: Issue[]
  /** Makes the pictures part of the owner's tickets; a public one may be read by the owner. */
  hold(isPublic: boolean): Promise<void>
}

export const staffPictures = (attachments: Pick<Attachments, 'find' | 'isFresh' | 'hold'>) => ({
  /** Whether each may stand in a ticket of this requester: an issue for each that may not, whatever the reason. */
  async check(ids: readonly string[], { id: requesterId, shop }: Requester): Promise<TakenPictures> {
    const holder = { requesterId, shop }
    const found = await Promise.all(ids.map((id) => attachments.find(id)))
    const isTaken = (picture: Stored | null) =>
      picture !== null &&
      isStaffs(picture) &&
      (picture.heldBy ? isSame(picture.heldBy, holder) : attachments.isFresh(picture))
    return {
      issues: found.flatMap((picture, index) =>
        isTaken(picture) ? [] : [{ path: `attachments.${index}`, code: 'attachment_unknown' }],
      ),
      async hold(isPublic) {
        await Promise.all(ids.map((id) => attachments.hold(id, holder, isPublic)))
      },
    }
  },
})
