import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { limits } from '@bilet/shared/limits'
import { supportTime } from '../../i18n/times.ts'
import { writingOf } from '../../models/writing.ts'
import { useWords } from '../../ui/context.ts'
import { Icon } from '../../ui/icon.tsx'
import { FailureNotice, Notice } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { Department } from './department.tsx'
import { Environment } from './environment.tsx'
import { Field } from './field.tsx'
import { Screenshot } from './screenshot.tsx'
import { Steps } from './steps.tsx'

/** The best article for what is written, in one line of fixed height. */
function Related() {
  const { desk, actions, t } = useWords()
  const [best] = desk.suggestions.suggested.value.list
  return (
    <p class="related">
      {best && (
        <>
          {t.ticket.related}
          <button class="link" onClick={() => actions.openSuggestion(best.articleId)}>
            {best.title}
          </button>
        </>
      )}
    </p>
  )
}

/** Whether it is only a question: guessed by the words, said with one press, and then neither steps nor pictures are asked for. */
function JustAsk() {
  const { desk, t } = useWords()
  const { form } = writingOf(desk)
  const isAsking = form.kind.value !== 'trouble'
  return (
    <button
      class="toggle"
      aria-pressed={isAsking}
      onClick={() => desk.draft.set({ kind: isAsking ? 'trouble' : 'question', noSteps: '' })}
    >
      <Icon name={isAsking ? 'check' : 'todo'} />
      <span>
        {t.justAsk} <small>{t.ticket.justAskHint}</small>
      </span>
    </button>
  )
}

/** Asked for where there is a trouble to show; else one press away. */
function Evidence() {
  const { desk, t } = useWords()
  const { form, pictures } = writingOf(desk)
  const [isWanted, setWanted] = useState(false)
  const { steps, pictures: arrived, links } = desk.draft.fields.value
  const isTrouble = form.kind.value === 'trouble'
  const hasPictures = arrived.length + links.length + pictures.uploads.value.length > 0
  return (
    <>
      {(isTrouble || steps.join('').trim()) && <Steps />}
      {isTrouble || hasPictures || isWanted ? (
        <Screenshot />
      ) : (
        <button class="link with-icon" onClick={() => setWanted(true)}>
          <Icon name="image" />
          {t.ticket.addPicture}
        </button>
      )}
    </>
  )
}

function Email() {
  const { desk, t } = useWords()
  return (
    <Field field="email" label={t.ticket.email}>
      <input
        type="email"
        aria-label={t.ticket.email}
        autocomplete="email"
        value={desk.draft.fields.value.email}
        maxLength={limits.email}
        placeholder={t.ticket.emailHint}
        onInput={({ currentTarget }) => desk.draft.set({ email: currentTarget.value })}
      />
    </Field>
  )
}

/** Where the words are kept, and the way to be rid of them. */
function Kept() {
  const { desk, actions, t } = useWords()
  const { hasWords, isKept } = desk.draft
  return (
    <p class="kept">
      {hasWords.value && (
        <>
          {isKept.value ? t.ticket.kept : <b class="warn">{t.ticket.notKept}</b>}
          <button class="link" onClick={actions.discard}>
            {t.ticket.throwAway}
          </button>
        </>
      )}
    </p>
  )
}

/** The whole ticket in one scroll. */
export function Ticket() {
  const { desk, t } = useWords()
  const { draft, support } = desk
  const { form } = writingOf(desk)
  const { subject, description, rest } = draft.fields.value
  const kind = form.kind.value
  const root = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    // A form that was asked for by itself comes after the panel has taken the focus.
    const panel = root.current?.closest('dialog')
    if (panel?.matches(':focus')) panel.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    root.current?.addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
      if (key === 'Enter' && (ctrlKey || metaKey)) void form.send()
    })
  }, [])
  return (
    <div ref={root} class="form">
      {rest.length > 0 && <Notice tone="plain">{t.ticket.partOf(rest.length)}</Notice>}
      <Field field="subject" label={t.ticket.subject}>
        <TextArea
          data-autofocus={subject ? undefined : ''}
          aria-label={t.ticket.subject}
          rows={1}
          value={subject}
          maxLength={limits.description}
          placeholder={t.ticket.subjectHint}
          onInput={({ currentTarget }) => draft.set({ subject: currentTarget.value })}
        />
        <Related />
        <JustAsk />
      </Field>
      <Field field="description" label={t.ticket.description[kind]}>
        <TextArea
          data-autofocus={subject ? '' : undefined}
          aria-label={t.ticket.description[kind]}
          rows={kind === 'trouble' ? 3 : 2}
          value={description}
          placeholder={t.ticket.descriptionHint[kind]}
          onInput={({ currentTarget }) => draft.set({ description: currentTarget.value })}
        />
      </Field>
      <Evidence />
      {support.isGuest.value && <Email />}
      <Department />
      <Environment />
      <Kept />
    </div>
  )
}

/** What is left, each leading to its field, and the one button, which always does something. */
export function TicketFooter() {
  const { desk, t } = useWords()
  const { submission } = desk
  const { form, review } = writingOf(desk)
  const state = submission.state.value
  const remaining = form.remaining.value
  const isComplete = remaining.every(({ isDone }) => isDone)
  const replyBy = review.reply.value?.replyBy
  return (
    <>
      {state.step === 'failed' && <FailureNotice failure={state.failure} />}
      {form.isWaiting.value && <Notice tone="amber">{t.ticket.waitsForDesk}</Notice>}
      <div class="left">
        {!isComplete && <span>{t.ticket.left}</span>}
        {remaining.map(({ field, isDone }) => (
          <button key={field} class={isDone ? 'done' : 'todo'} onClick={() => form.goTo(field)}>
            <Icon name={isDone ? 'check' : 'todo'} />
            {t.ticket.fields[field]}
          </button>
        ))}
      </div>
      <button class="primary" aria-busy={form.isBusy.value} onClick={() => void form.send()}>
        {form.isBusy.value ? t.ticket.sending : t.ticket.send}
      </button>
      {isComplete && replyBy && (
        <p class="promise">{t.ticket.replyBy(supportTime(t, 'by', replyBy, desk.zones.value, desk.now()))}</p>
      )}
    </>
  )
}
