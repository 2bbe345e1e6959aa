import { useEffect, useRef } from 'preact/hooks'
import { limits } from '@bilet/shared/limits'
import type { StaffTicket } from '@bilet/shared/staff-replies'
import { createPictures } from '@bilet/widget/pictures'
import type { Pictures as PicturesModel } from '@bilet/widget/pictures'
import { useInbox } from '../../ui/context.ts'
import { Icon } from '../../ui/icon.tsx'
import { FailureNotice, Notice } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { Conflict } from './conflict.tsx'
import { acceptPicture } from '../../models/accept-picture.ts'
import { DecisionForm } from './decision-form.tsx'
import { Pictures } from './pictures.tsx'

/** Pictures on their way to this ticket's answer. */
function usePictures(ticket: string): PicturesModel {
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

function Attached({ pictures }: { pictures: PicturesModel }) {
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

function Kinds() {
  const { inbox, t } = useInbox()
  const { fields, set } = inbox.composer
  const { isNote, decision } = fields.value
  return (
    <fieldset class="kinds" aria-label={t.composer.answer}>
      <button type="button" aria-pressed={!isNote && !decision} onClick={() => set({ isNote: false, decision: null })}>
        {t.composer.public}
      </button>
      <button type="button" aria-pressed={isNote} onClick={() => set({ isNote: true, decision: null })}>
        {t.composer.note}
      </button>
      <button type="button" aria-pressed={decision !== null} onClick={() => inbox.decide(decision?.kind ?? 'resolve')}>
        {t.composer.decide}
      </button>
    </fieldset>
  )
}

function Tools({ onPick }: { onPick: (files: Blob[]) => void }) {
  const { inbox, t } = useInbox()
  const picker = useRef<HTMLInputElement>(null)
  const { isNote, decision } = inbox.composer.fields.value
  return (
    <>
      <button type="button" class="quiet with-icon" onClick={() => (inbox.sheet.value = 'replies')}>
        <Icon name="template" />
        <span>{t.composer.replies}</span>
      </button>
      {!isNote && !decision && (
        <button type="button" class="quiet with-icon" onClick={() => (inbox.sheet.value = 'articles')}>
          <Icon name="article" />
          <span>{t.composer.articles}</span>
        </button>
      )}
      {!decision && (
        <button type="button" class="quiet with-icon" onClick={() => picker.current?.click()}>
          <Icon name="image" />
          <span>{t.composer.attach}</span>
        </button>
      )}
      <input
        ref={picker}
        type="file"
        class="unseen"
        tabIndex={-1}
        aria-label={t.composer.attach}
        accept="image/png,image/jpeg,image/webp"
        multiple
        onChange={({ currentTarget }) => {
          onPick([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
    </>
  )
}

function Send() {
  const { inbox, t } = useInbox()
  const { isNote, decision } = inbox.composer.fields.value
  if (decision)
    return (
      <button type="button" class={decision.kind === 'refuse' ? 'danger' : 'primary'} onClick={() => inbox.send(false)}>
        {t.decision.send[decision.kind]}
      </button>
    )
  return (
    <>
      {!isNote && (
        <button type="button" onClick={() => inbox.send(true)}>
          {t.composer.answerAndWait}
        </button>
      )}
      <button type="button" class={isNote ? 'note-button' : 'primary'} onClick={() => inbox.send(false)}>
        {isNote ? t.composer.addNote : t.composer.answer}
      </button>
    </>
  )
}

export function Composer({ ticket }: { ticket: StaffTicket }) {
  const { inbox, t } = useInbox()
  const { composer, presence, session } = inbox
  const field = useRef<HTMLTextAreaElement>(null)
  const pictures = usePictures(ticket.id)
  const { text, isNote, decision } = composer.fields.value
  const missing = composer.missing.value
  const trouble = composer.trouble.value
  useEffect(() => {
    if (missing === 'text') field.current?.focus()
  }, [missing])
  if (!session.may('write')) return <Notice tone="plain">{t.ticket.readOnly}</Notice>

  /** In an empty field `/` brings canned replies and `#` articles. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      inbox.send(false)
    }
    const isStart = field.current?.value === ''
    if (!isStart || (event.key !== '/' && event.key !== '#')) return
    event.preventDefault()
    inbox.sheet.value = event.key === '/' ? 'replies' : 'articles'
  }
  return (
    <section
      class={`composer ${isNote ? 'is-note' : ''}`}
      aria-label={t.composer.answer}
      onPaste={(event) => {
        const files = [...(event.clipboardData?.files ?? [])]
        if (files.length === 0 || decision) return
        event.preventDefault()
        pictures.add(files)
      }}
    >
      {trouble?.failure.conflict ? (
        <Conflict ticket={ticket} trouble={trouble} />
      ) : (
        trouble && <FailureNotice failure={trouble.failure} />
      )}
      <Kinds />
      {decision && (
        <DecisionForm
          fields={decision}
          status={ticket.status}
          ownerLocale={ticket.locale}
          text={text}
          isReasonMissing={missing === 'reason'}
          onChange={(next) => composer.set({ decision: next })}
        />
      )}
      <TextArea
        field={field}
        aria-label={decision ? t.decision.words : isNote ? t.composer.note : t.composer.public}
        rows={3}
        value={text}
        maxLength={limits.message}
        placeholder={decision ? t.decision.words : t.composer.hint}
        onKeyDown={onKeyDown}
        onInput={({ currentTarget }) => {
          composer.set({ text: currentTarget.value })
          presence.typed()
        }}
      />
      {missing === 'text' && <p class="red-text">{t.composer.textMissing}</p>}
      <Attached pictures={pictures} />
      <div class="composer-foot">
        <Tools onPick={(files) => pictures.add(files)} />
        <span class="grow" />
        <Send />
      </div>
    </section>
  )
}
