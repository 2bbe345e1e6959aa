// One modal dialog at a time that asks for a few lines of text.
import { signal } from '@preact/signals'
import { Modal } from './modal.tsx'

type Question = { title: string; fields: string[]; done: (values: string[]) => void }

const asked = signal<Question | undefined>(undefined)

export const showDialog = (question: Question) => (asked.value = question)

const close = () => (asked.value = undefined)

export function Dialog() {
  const question = asked.value
  if (!question) return null
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    question.done(new FormData(event.currentTarget).getAll('field').map(String))
    close()
  }
  return (
    <Modal title={question.title} close={close}>
      <form class="fields" onSubmit={submit}>
        {question.fields.map((title, index) => (
          <label key={title} class="field">
            <span>{title}</span>
            <input name="field" required={index === 0} />
          </label>
        ))}
        <div class="actions">
          <button class="primary">Добавить</button>
          <button type="button" onClick={close}>
            Отмена
          </button>
        </div>
      </form>
    </Modal>
  )
}
