import { useState } from 'preact/hooks'
import { findingText } from '../../i18n/i18n.ts'
import { writingOf } from '../../models/writing.ts'
import { useWords } from '../../ui/context.ts'
import { Icon } from '../../ui/icon.tsx'
import { FailureNotice, Skeleton } from '../../ui/states.tsx'
import { Field } from './field.tsx'

/** Departments with what each covers; closed ones say why (R3, R9–R11). */
function Departments() {
  const { desk, t } = useWords()
  const { support, draft } = desk
  const { department } = writingOf(desk).form
  // A guest has no plan that it could be closed to.
  const closed = support.isGuest.value
    ? t.refusals.identity_required
    : findingText(t, { code: 'department_not_in_plan', params: {} })
  return (
    <div class="chips">
      {support.reply.value?.departments.map(({ id, name, covers, available }) => (
        <label key={id} class={`chip ${available ? '' : 'is-closed'}`}>
          <input
            type="radio"
            name="bilet-department"
            checked={id === department.value}
            disabled={!available}
            onChange={() => draft.set({ department: id })}
          />
          <span>
            <b>{name}</b>
            <small>{available ? covers : closed}</small>
          </span>
          <Icon name="check" />
        </label>
      ))}
    </div>
  )
}

/** The department as one line: guessed by the text, chosen, or to be chosen where no guess is possible. */
export function Department() {
  const { desk, t } = useWords()
  const { support, i18n } = desk
  const { form } = writingOf(desk)
  const [isChoosing, setChoosing] = useState(false)
  const { value: failure } = support.failure
  const reply = support.reply.value
  const chosen = reply?.departments.find(({ id }) => id === form.department.value)
  if (!reply)
    return (
      <Field field="department" label={t.ticket.department}>
        {failure ? (
          <FailureNotice failure={failure} onRetry={() => void support.load(i18n.locale.value)} />
        ) : (
          <Skeleton lines={1} />
        )}
      </Field>
    )
  const isAsked = isChoosing || (!chosen && form.isAttempted.value && !form.isBusy.value)
  return (
    <Field field="department" label={t.ticket.department}>
      {isAsked ? (
        <Departments />
      ) : (
        <p class="chosen">
          {chosen ? <b>{chosen.name}</b> : <span class="secondary">{t.ticket.notYetGuessed}</span>}
          {form.isSuggested.value && <span class="secondary">{t.ticket.suggested}</span>}
          <button class="link" onClick={() => setChoosing(true)}>
            {chosen ? t.ticket.undoChoice : t.ticket.choose}
          </button>
        </p>
      )}
    </Field>
  )
}
