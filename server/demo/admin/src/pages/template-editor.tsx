// The template editor: files, text with numbered lines, variables to insert, and a check for unknown ones on saving.
import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { templateVariables, templates, unknownVariable } from '../shop/templates.ts'
import { toast } from '../ui/toasts.tsx'

const files = Object.keys(templates)

export function TemplateEditor() {
  const file = useSignal(files[0] ?? '')
  const drafts = useSignal(templates)
  const area = useRef<HTMLTextAreaElement>(null)
  const text = drafts.value[file.value] ?? ''
  const write = (next: string) => (drafts.value = { ...drafts.value, [file.value]: next })
  const insert = (variable: string) => {
    const { selectionStart = text.length, selectionEnd = text.length } = area.current ?? {}
    write(`${text.slice(0, selectionStart)}{{ ${variable} }}${text.slice(selectionEnd)}`)
    area.current?.focus()
  }
  return (
    <div class="editor">
      <nav class="card" aria-label="Файлы темы">
        {files.map((name) => (
          <button key={name} type="button" aria-pressed={name === file.value} onClick={() => (file.value = name)}>
            {name}
          </button>
        ))}
      </nav>
      <Code file={file.value} text={text} write={write} area={area} />
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

function save(file: string, text: string) {
  const unknown = unknownVariable(text)
  toast(unknown ? `Строка ${unknown.line}: неизвестная переменная ${unknown.name}` : `Черновик ${file} сохранён`)
}

type CodeProps = {
  file: string
  text: string
  write: (text: string) => void
  area: RefObject<HTMLTextAreaElement | null>
}

function Code({ file, text, write, area }: CodeProps) {
  const lines = text.split('\n').length
  return (
    <div class="card code">
      <div class="actions">
        <strong>{file}</strong>
        <button type="button" class="primary" onClick={() => save(file, text)}>
          Сохранить черновик
        </button>
        <button type="button" onClick={() => toast('Черновик опубликован')}>
          Опубликовать
        </button>
      </div>
      <div class="lines">
        <pre aria-hidden="true">{Array.from({ length: lines }, (_, index) => `${index + 1}\n`)}</pre>
        <textarea
          ref={area}
          aria-label={`Текст файла ${file}`}
          spellcheck={false}
          wrap="off"
          rows={lines + 1}
          value={text}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </div>
    </div>
  )
}
