// The buttons around an answer: what it is, what it is made with, how it goes.
import { useRef } from 'preact/hooks'
import { useInbox } from '../../ui/context.ts'
import { Icon } from '../../ui/icon.tsx'

export function Kinds() {
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

export function Tools({ onPick }: { onPick: (files: Blob[]) => void }) {
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

export function Send() {
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
