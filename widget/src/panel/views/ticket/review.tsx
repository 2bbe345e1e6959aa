import type { CheckReply } from '@bilet/shared/replies'
import { findingText } from '../../i18n/i18n.ts'
import { toMessage } from '../../models/draft-message.ts'
import { openQuestions } from '../../models/ticket-form.ts'
import { writingOf } from '../../models/writing.ts'
import { useWords } from '../../ui/context.ts'
import { FailureNotice, Notice } from '../../ui/states.tsx'
import { StatusBadge } from '../ticket-rows.tsx'

/** Several questions in one draft (R16). */
function Split({ parts }: { parts: NonNullable<CheckReply['split']> }) {
  const { desk, t } = useWords()
  const { split, form } = writingOf(desk)
  return (
    <section>
      <h2>{t.review.split}</h2>
      <p class="secondary">{t.review.splitText}</p>
      <ol class="cards">
        {parts.map(({ description }, index) => (
          <li key={index} class="card">
            <b>{t.review.question(index + 1)}</b>
            <span>{description}</span>
          </li>
        ))}
      </ol>
      <div class="choices">
        <button class="primary" onClick={split}>
          {t.review.doSplit(parts.length)}
        </button>
        <button onClick={() => form.settle('split')}>{t.review.oneQuestion}</button>
      </div>
    </section>
  )
}

/** Pictures that go along. */
function DraftPictures() {
  const { pictures } = useWords().desk.draft.fields.value
  return pictures.length > 0 ? <p class="secondary">{pictures.map(({ name }) => name).join(', ')}</p> : null
}

/** An open ticket about the same (R17): what would be added to it is shown as the message that it becomes. */
function Duplicate({ ticket }: { ticket: CheckReply['duplicates'][number] }) {
  const { desk, t } = useWords()
  const { addTo, addition, form } = writingOf(desk)
  const { id, number, subject, status } = ticket
  const { isSending, failure } = addition.value
  return (
    <section>
      <h2>{t.review.duplicate(number)}</h2>
      <div class="card">
        <b>{subject}</b>
        <StatusBadge status={status} />
      </div>
      <p class="secondary">{t.review.duplicateText}</p>
      <p class="caption">{t.review.willBeAdded}</p>
      <p class="bubble own words">{toMessage(desk.draft.fields.value)}</p>
      <DraftPictures />
      {failure && <FailureNotice failure={failure} />}
      <div class="choices">
        <button class="primary" aria-busy={isSending} onClick={() => void addTo({ id, number })}>
          {isSending ? t.ticket.sending : t.review.addToIt}
        </button>
        <button onClick={() => form.settle(id)}>{t.review.different}</button>
      </div>
    </section>
  )
}

/** What the owner answers before the ticket goes; none of it stops sending (R24). */
export function Review() {
  const { desk, t } = useWords()
  const { draft } = desk
  const { form, review } = writingOf(desk)
  const reply = review.reply.value
  if (!reply) return null
  const { split, duplicates } = openQuestions(reply, draft.fields.value.settled)
  return (
    <div class="review">
      {split && <Split parts={split} />}
      {duplicates.map((ticket) => (
        <Duplicate key={ticket.id} ticket={ticket} />
      ))}
      {form.advice.value
        .filter(({ code }) => code !== 'several_questions')
        .map((finding) => (
          <Notice key={finding.code + finding.path} tone="amber">
            {findingText(t, finding)}
          </Notice>
        ))}
    </div>
  )
}

export function ReviewFooter() {
  const { desk, t } = useWords()
  const { submission, draft } = desk
  const { form, review } = writingOf(desk)
  const reply = review.reply.value
  const { split, duplicates } = reply
    ? openQuestions(reply, draft.fields.value.settled)
    : { split: null, duplicates: [] }
  const isOpen = Boolean(split) || duplicates.length > 0
  const state = submission.state.value
  return (
    <>
      {state.step === 'failed' && <FailureNotice failure={state.failure} />}
      <button class={isOpen ? '' : 'primary'} aria-busy={form.isBusy.value} onClick={() => void form.sendAsIs()}>
        {isOpen ? t.review.send : t.ticket.send}
      </button>
    </>
  )
}
