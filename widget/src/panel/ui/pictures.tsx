import { failureText } from '../i18n/i18n.ts'
import type { AttachmentReply } from '@bilet/shared/replies'
import { ownBytes } from '../models/pictures.ts'
import type { Pictures } from '../models/pictures.ts'
import { useWords } from './context.ts'
import { Icon } from './icon.tsx'
import { Thumbnail } from './thumbnail.tsx'

/** A picture that the server has. */
export function Picture({ picture, onRemove }: { picture: AttachmentReply; onRemove?: () => void }) {
  const { desk, t } = useWords()
  const load = async () => {
    const own = ownBytes(picture.id)
    if (own) return own
    const response = await desk.api.picture(picture.id)
    // What waited for its ticket too long is taken off, so that the draft asks for another.
    if (response?.status === 404) onRemove?.()
    return response?.ok ? response.blob() : null
  }
  return (
    <li class="picture">
      <Thumbnail load={load} name={picture.name} />
      {onRemove && (
        <button type="button" class="corner" aria-label={`${t.remove}: ${picture.name}`} onClick={onRemove}>
          <Icon name="close" />
        </button>
      )}
    </li>
  )
}

/** Pictures of a draft or a reply: those that arrived, those on their way, and the one taken off last. */
export function PictureList({ pictures, arrived }: { pictures: Pictures; arrived: AttachmentReply[] }) {
  const { t } = useWords()
  const uploads = pictures.uploads.value
  return (
    <>
      {arrived.length + uploads.length > 0 && (
        <ul class="pictures">
          {arrived.map((picture) => (
            <Picture key={picture.id} picture={picture} onRemove={() => pictures.remove(picture)} />
          ))}
          {uploads.map(({ key, file, name, progress, failure }) => (
            <li key={key} class={`picture ${failure ? 'failed' : 'sending'}`}>
              <Thumbnail load={async () => file} name={name} />
              {failure ? (
                <button
                  type="button"
                  class="over"
                  aria-label={`${t.retry}: ${name}`}
                  onClick={() => pictures.retry(key)}
                >
                  <Icon name="retry" />
                </button>
              ) : (
                <progress value={progress} aria-label={t.pictures.uploading(name, Math.round(progress * 100))} />
              )}
              <button
                type="button"
                class="corner"
                aria-label={`${t.remove}: ${name}`}
                onClick={() => pictures.drop(key)}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {uploads.map(
        ({ key, name, failure }) =>
          failure && (
            <p key={key} class="note red">
              {name}: {failureText(t, t, failure)}
            </p>
          ),
      )}
      {pictures.removed.value && (
        <output class="note">
          {t.pictures.removed}
          <button type="button" class="link" onClick={pictures.undo}>
            {t.undo}
          </button>
        </output>
      )}
    </>
  )
}
