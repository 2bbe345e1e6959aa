import type { AttachmentReply } from '@bilet/shared/replies'
import type { Pictures } from '../models/pictures.ts'
import { Part, createPart } from '../views/part.tsx'

const picturing = createPart(() => import('./picturing.ts'))

/** Pictures that the server has, each opening large. */
export const PictureRow = ({ of }: { of: AttachmentReply[] }) =>
  of.length === 0 ? null : <Part part={picturing}>{({ PictureRow: Row }) => <Row of={of} />}</Part>

type PictureListProps = { pictures: Pictures; arrived: AttachmentReply[] }

/** Pictures of a draft or a reply: those that arrived, those on their way, and what there is to say of the others. */
export function PictureList({ pictures, arrived }: PictureListProps) {
  const { uploads, removed, leftOut } = pictures
  const isEmpty = arrived.length + uploads.value.length + leftOut.value === 0 && !removed.value
  if (isEmpty) return null
  return <Part part={picturing}>{({ PictureTiles }) => <PictureTiles pictures={pictures} arrived={arrived} />}</Part>
}
