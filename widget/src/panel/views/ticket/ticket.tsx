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
          <button type="button" class="link" onClick={() => actions.openSuggestion(best.articleId)}>
            {best.title}
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
  const { subject, description, email, rest } = draft.fields.value
  return (
    <>
      {rest.length > 0 && <Notice tone="plain">{t.ticket.partOf(rest.length)}</Notice>}
      <Field field="subject" label={t.ticket.subject}>
        <input
          data-autofocus={subject ? undefined : ''}
          aria-label={t.ticket.subject}
          value={subject}
          maxLength={limits.subject}
          placeholder={t.ticket.subjectHint}
          onInput={({ currentTarget }) => draft.set({ subject: currentTarget.value })}
        />
        <Related />
      </Field>
      <Department />
      <Field field="description" label={t.ticket.description}>
        <TextArea
          data-autofocus={subject ? '' : undefined}
          aria-label={t.ticket.description}
          rows={4}
          value={description}
          placeholder={t.ticket.descriptionHint}
          onInput={({ currentTarget }) => draft.set({ description: currentTarget.value })}
        />
      </Field>
      <Steps />
      <Screenshot />
      {support.isGuest.value && (
        <Field field="email" label={t.ticket.email}>
          <input
            type="email"
            aria-label={t.ticket.email}
            autocomplete="email"
            value={email}
            maxLength={limits.email}
            placeholder={t.ticket.emailHint}
            onInput={({ currentTarget }) => draft.set({ email: currentTarget.value })}
          />
        </Field>
      )}
      <Environment />
      <p class="kept">
        {draft.hasWords.value && (draft.isKept.value ? t.ticket.kept : <b class="warn">{t.ticket.notKept}</b>)}
      </p>
    </>
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
      <div class="left">
        {!isComplete && <span>{t.ticket.left}</span>}
        {remaining.map(({ field, isDone }) => (
          <button key={field} type="button" class={isDone ? 'done' : 'todo'} onClick={() => form.goTo(field)}>
            <Icon name={isDone ? 'check' : 'todo'} />
            {t.ticket.fields[field]}
          </button>
        ))}
      </div>
      <button type="button" class="primary" aria-busy={form.isBusy.value} onClick={() => void form.send()}>
        {form.isBusy.value ? t.ticket.sending : t.ticket.send}
      </button>
      {isComplete && replyBy && (
        <p class="promise">{t.ticket.replyBy(supportTime(t, 'by', replyBy, desk.zones.value, desk.now()))}</p>
      )}
    </>
  )
}
