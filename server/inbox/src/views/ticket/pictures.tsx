import type { AttachmentReply } from '@bilet/shared/replies'
import { useInbox } from '../../ui/context.ts'
import { usePicture, viewed } from './picture-source.ts'

function Thumbnail({ picture, onOpen }: { picture: AttachmentReply; onOpen: () => void }) {
  const { t } = useInbox()
  const source = usePicture(picture.id)
  return (
    <li>
      <button type="button" class="thumbnail" aria-label={`${t.viewer.title}: ${picture.name}`} onClick={onOpen}>
        {source ? <img src={source} alt="" /> : <span>{source === null ? t.viewer.failed : ''}</span>}
      </button>
    </li>
  )
}

export function Pictures({ of }: { of: AttachmentReply[] }) {
  if (of.length === 0) return null
  return (
    <ul class="pictures">
      {of.map((picture, at) => (
        <Thumbnail key={picture.id} picture={picture} onOpen={() => (viewed.value = { pictures: of, at })} />
      ))}
    </ul>
  )
}
