// A settings form described by data: groups of labelled fields and one button that saves.
import { useSignal } from '@preact/signals'
import type { VNode } from 'preact'
import { toast } from './toasts.tsx'

type Input = {
  kind: 'text' | 'area' | 'toggle' | 'choice'
  label: string
  value: string
  hint: string
  options: string[]
}

const field = (kind: Input['kind'], label: string, value: string, hint = '', options: string[] = []): Input => ({
  kind,
  label,
  value,
  hint,
  options,
})

export const text = (label: string, value: string, hint?: string) => field('text', label, value, hint)
export const area = (label: string, value: string, hint?: string) => field('area', label, value, hint)
export const toggle = (label: string, on: boolean, hint?: string) => field('toggle', label, on ? 'on' : '', hint)
/** The first option is the one chosen. */
export const choice = (label: string, options: string[], hint?: string) =>
  field('choice', label, options[0] ?? '', hint, options)

export const Toggle = ({ label, on, change }: { label: string; on: boolean; change?: (on: boolean) => void }) => (
  <input
    type="checkbox"
    class="switch"
    aria-label={label}
    defaultChecked={on}
    onChange={(event) => change?.(event.currentTarget.checked)}
  />
)

function Control({ kind, label, value, options }: Input) {
  if (kind === 'toggle') return <Toggle label={label} on={value === 'on'} />
  if (kind === 'area') return <textarea rows={4} defaultValue={value} />
  if (kind === 'text') return <input defaultValue={value} />
  return (
    <select>
      {options.map((option) => (
        <option key={option}>{option}</option>
      ))}
    </select>
  )
}

/** View of a section: a card for each group. */
export function form(groups: Record<string, Input[]>): () => VNode {
  return () => <SettingsForm groups={groups} />
}

export function SettingsForm({ groups }: { groups: Record<string, Input[]> }) {
  const changed = useSignal(false)
  const save = (event: Event) => {
    event.preventDefault()
    changed.value = false
    toast('Изменения сохранены')
  }
  return (
    <form class="settings" onInput={() => (changed.value = true)} onSubmit={save}>
      {Object.entries(groups).map(([title, fields]) => (
        <fieldset key={title} class="card fields">
          <legend>{title}</legend>
          {fields.map((input) => (
            <label key={input.label} class={`field ${input.kind}`}>
              <span>{input.label}</span>
              <Control {...input} />
              {input.hint && <small>{input.hint}</small>}
            </label>
          ))}
        </fieldset>
      ))}
      <div class="actions">
        <button class="primary" disabled={!changed.value}>
          Сохранить
        </button>
        {changed.value && <span class="quiet">Есть несохранённые изменения</span>}
      </div>
    </form>
  )
}
