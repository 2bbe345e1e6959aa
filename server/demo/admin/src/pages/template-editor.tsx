// The template editor: files, text with numbered lines, variables to insert, and a check for unknown ones on saving.
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { templateVariables, templates, unknownVariable } from '../data/templates.ts'
import { toast } from '../ui/toasts.tsx'

const [firstFile = ''] = Object.keys(templates)

export function TemplateEditor() {
  const file = useSignal(firstFile)
  const drafts = useSignal(templates)
  const editor = useRef<HTMLTextAreaElement>(null)
  const text = drafts.value[file.value] ?? ''

  const write = (next: string) => (drafts.value = { ...drafts.value, [file.value]: next })
  const insert = (variable: string) => {
    const { selectionStart = text.length, selectionEnd = text.length } = editor.current ?? {}
    write(`${text.slice(0, selectionStart)}{{ ${variable} }}${text.slice(selectionEnd)}`)
    editor.current?.focus()
  }
  const save = () => {
    const unknown = unknownVariable(text)
    toast(
      unknown ? `Строка ${unknown.line}: неизвестная переменная ${unknown.name}` : `Черновик ${file.value} сохранён`,
    )
  }

  return (
    <div class="editor">
      <nav class="card" aria-label="Файлы темы">
        {Object.keys(templates).map((name) => (
          <button key={name} type="button" aria-pressed={name === file.value} onClick={() => (file.value = name)}>
            {name}
          </button>
        ))}
      </nav>
      <div class="card code">
        <div class="actions">
          <strong>{file.value}</strong>
          <button type="button" class="primary" onClick={save}>
            Сохранить черновик
          </button>
          <button type="button" onClick={() => toast('Черновик опубликован')}>
            Опубликовать
          </button>
        </div>
        <div class="lines">
          <pre aria-hidden="true">{text.split('\n').map((_, index) => `${index + 1}\n`)}</pre>
          <textarea
            ref={editor}
            aria-label={`Текст файла ${file.value}`}
            spellcheck={false}
            wrap="off"
            rows={text.split('\n').length + 1}
            value={text}
            onInput={(event) => write(event.currentTarget.value)}
          />
        </div>
      </div>
      <section class="card variables">
        <h2>Переменные</h2>
        {templateVariables.map((variable) => (
          <button key={variable} type="button" onClick={() => insert(variable)}>
            {variable}
          </button>
        ))}
      </section>
    </div>
  )
}
