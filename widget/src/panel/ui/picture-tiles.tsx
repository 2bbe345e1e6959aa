import { limits } from '@bilet/shared/limits'
import type { AttachmentReply } from '@bilet/shared/replies'
import { failureText } from '../i18n/i18n.ts'
import type { Desk } from '../models/desk.ts'
import { pictureKeepOf } from '../models/picture-keep.ts'
import { isWorthRetrying, ownBytes } from '../models/pictures.ts'
import type { Pictures, Upload } from '../models/pictures.ts'
import { useWords } from './context.ts'
import { Icon } from './icon.tsx'
import { usePictureStage } from './picture-stage.tsx'
import { Thumbnail } from './thumbnail.tsx'

/** The picture's bytes: from this page, or from the server; null where neither has them. */
const bytesOf =
  (desk: Desk, { id }: AttachmentReply, onGone?: () => void) =>
  async () => {
    const own = ownBytes(id)
    if (own) return own
    const response = await desk.api.picture(id)
    if (response?.status === 404) onGone?.()
    return response?.ok ? response.blob() : null
  }

const Corner = ({ name, onRemove }: { name: string; onRemove: () => void }) => {
  const { t } = useWords()
  return (
    <button class="corner" aria-label={`${t.remove}: ${name}`} onClick={onRemove}>
      <Icon name="close" />
    </button>
  )
}

/** Pictures that the server has, each opening large. */
export function PictureRow({ of }: { of: AttachmentReply[] }) {
  const { desk, t } = useWords()
  const pictures = of.map((picture) => ({ key: picture.id, name: picture.name, load: bytesOf(desk, picture) }))
  const { view, stage } = usePictureStage({ pictures })
  return (
    <>
      <ul class="pictures">
        {pictures.map(({ key, name, load }) => (
          <li key={key} class="picture">
            <button class="open" aria-label={`${t.pictures.open}: ${name}`} onClick={() => view(key)}>
              <Thumbnail load={load} />
            </button>
          </li>
        ))}
      </ul>
      {stage}
    </>
  )
}

/** One on its way: how far it is, or the way to try again. */
function OnItsWay({ upload, pictures, onOpen }: { upload: Upload; pictures: Pictures; onOpen: () => void }) {
  const { t } = useWords()
  const { key, file, isReady, name, progress, failure } = upload
  return (
    <li class={`picture ${failure ? 'failed' : 'sending'}`}>
      <button class="open" aria-label={`${t.pictures.open}: ${name}`} onClick={onOpen} disabled={!isReady}>
        {isReady && <Thumbnail load={async () => file} />}
      </button>
      {failure ? (
        <button class="over" aria-label={`${t.retry}: ${name}`} onClick={() => pictures.retry(key)}>
          <Icon name="retry" />
        </button>
      ) : (
        <progress
          {...(progress !== null && { value: progress })}
          aria-label={
            progress === null ? t.pictures.preparing(name) : t.pictures.uploading(name, Math.round(progress * 100))
          }
        />
      )}
      <Corner name={name} onRemove={() => pictures.drop(key)} />
    </li>
  )
}

const isRefused = ({ failure }: Upload) => failure !== undefined && !isWorthRetrying(failure)

/** Why a picture is not there: with what can be done, and gone at a press. */
function Troubles({ pictures }: { pictures: Pictures }) {
  const { desk, t } = useWords()
  return (
    <>
      {pictures.uploads.value.map((upload) => {
        const { key, name, failure } = upload
        return (
          failure && (
            <p key={key} class="note red">
              <Icon name="alert" />
              <span>
                {name}: {failureText(desk.i18n, failure)}
              </span>
              {isRefused(upload) && (
                <button class="link" onClick={() => pictures.drop(key)}>
                  {t.remove}
                </button>
              )}
            </p>
          )
        )
      })}
      {pictures.uploads.value.length > 0 && !pictureKeepOf(desk).isKept.value && (
        <p class="note amber">
          <Icon name="alert" />
          {t.pictures.notKept}
        </p>
      )}
      {pictures.leftOut.value > 0 && (
        <p class="note amber">
          <Icon name="alert" />
          {t.pictures.leftOut(limits.attachments)}
        </p>
      )}
    </>
  )
}

/** Those that arrived, those on their way, and the one taken off last. */
export function PictureTiles({ pictures, arrived }: { pictures: Pictures; arrived: AttachmentReply[] }) {
  const { desk, t } = useWords()
  const underWay = pictures.uploads.value.filter((upload) => !isRefused(upload))
  const shown = [
    ...arrived.map((picture) => ({
      key: picture.id,
      name: picture.name,
      // What waited for its ticket too long is taken off, so that the draft asks for another.
      load: bytesOf(desk, picture, () => pictures.remove(picture)),
    })),
    ...underWay.filter(({ isReady }) => isReady).map(({ key, name, file }) => ({ key, name, load: async () => file })),
  ]
  const { view, edit, stage } = usePictureStage({
    pictures: shown,
    onChange: (key, changed) => pictures.change(key, changed),
  })
  const last = shown.at(-1)
  return (
    <>
      {shown.length > 0 && (
        <ul class="pictures">
          {arrived.map((picture, index) => (
            <li key={picture.id} class="picture">
              <button class="open" aria-label={`${t.pictures.open}: ${picture.name}`} onClick={() => view(picture.id)}>
                <Thumbnail load={shown[index]?.load ?? (async () => null)} />
              </button>
              <Corner name={picture.name} onRemove={() => pictures.remove(picture)} />
            </li>
          ))}
          {underWay.map((upload) => (
            <OnItsWay key={upload.key} upload={upload} pictures={pictures} onOpen={() => view(upload.key)} />
          ))}
        </ul>
      )}
      {last && (
        <p class="note">
          <button class="link" onClick={() => edit(last.key)}>
            {t.pictures.edit}
          </button>
        </p>
      )}
      <Troubles pictures={pictures} />
      {pictures.removed.value && (
        <output class="note">
          {t.pictures.removed}
          <button class="link" onClick={pictures.undo}>
            {t.undo}
          </button>
        </output>
      )}
      {stage}
    </>
  )
}
