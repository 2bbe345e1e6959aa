// What goes along with an answer: an article, pictures that have arrived or are on their way.
import { useRef } from 'preact/hooks'
import { createPictures } from '@bilet/widget/pictures'
import type { Pictures as PicturesModel } from '@bilet/widget/pictures'
import { acceptPicture } from '../../models/accept-picture.ts'
import { useInbox } from '../../ui/context.ts'
import { Icon } from '../../ui/icon.tsx'
import { FailureNotice } from '../../ui/states.tsx'
import { Pictures } from './pictures.tsx'

/** Pictures on their way to this ticket's answer. */
export function usePictures(ticket: string): PicturesModel {
  const { inbox } = useInbox()
  const model = useRef<{ ticket: string; pictures: PicturesModel } | null>(null)
  if (model.current?.ticket !== ticket) {
    model.current?.pictures.forget()
    const pictures = createPictures(
      { prepare: acceptPicture, send: inbox.api.upload },
      {
        get: () => inbox.composer.fields.value.pictures,
        set: (list) => inbox.composer.set({ pictures: list }),
      },
    )
    model.current = { ticket, pictures }
  }
  return model.current.pictures
}

export function Attached({ pictures }: { pictures: PicturesModel }) {
  const { inbox, t } = useInbox()
  const { article, pictures: arrived } = inbox.composer.fields.value
  return (
    <>
      {article && (
        <p class="attached-article">
          <Icon name="article" />
          <span>{article.title}</span>
          <button
            type="button"
            class="icon-button"
            aria-label={t.composer.removeArticle}
            title={t.composer.removeArticle}
            onClick={() => inbox.composer.set({ article: null })}
          >
            <Icon name="close" />
          </button>
        </p>
      )}
      <Pictures of={arrived} />
      {arrived.map((picture) => (
        <button key={picture.id} type="button" class="link" onClick={() => pictures.remove(picture)}>
          {t.remove}: {picture.name}
        </button>
      ))}
      {pictures.uploads.value.map(({ key, name, failure }) =>
        failure ? (
          <FailureNotice key={key} failure={failure} onRetry={() => pictures.retry(key)} />
        ) : (
          <p key={key} class="soft">
            {t.composer.uploading}: {name}
          </p>
        ),
      )}
    </>
  )
}
