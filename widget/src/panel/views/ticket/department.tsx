import { findingText } from '../../i18n/i18n.ts'
import { writingOf } from '../../models/writing.ts'
import { useWords } from '../../ui/context.ts'
import { Icon } from '../../ui/icon.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { Field } from './field.tsx'

/** Departments as chips with what each covers; closed ones say why (R3, R9–R11). */
export function Department() {
  const { desk, t } = useWords()
  const { support, draft } = desk
  const { form } = writingOf(desk)
  const reply = support.reply.value
  const chosen = form.department.value
  const plan = reply?.caller.plan ?? 'guest'
  return (
    <Field field="department" label={t.ticket.department}>
      {!reply && <Skeleton lines={3} />}
      <div class="chips">
        {reply?.departments.map(({ id, name, covers, available }) => (
          <label key={id} class={`chip ${available ? '' : 'is-closed'}`}>
            <input
              type="radio"
              name="bilet-department"
              checked={id === chosen}
              disabled={!available}
              onChange={() => draft.set({ department: id })}
            />
            <span>
              <b>{name}</b>
              <small>
                {available
                  ? covers
                  : findingText(t, { code: 'department_not_in_plan', params: { department: id, plan } })}
              </small>
            </span>
            <Icon name="check" />
          </label>
        ))}
      </div>
      {form.isSuggested.value && <p class="hint">{t.ticket.suggested}</p>}
    </Field>
  )
}
