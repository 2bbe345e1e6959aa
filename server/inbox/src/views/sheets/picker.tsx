// A field that narrows a list, and the list: Enter takes the first, arrows lead to the others.
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useInbox } from '../../ui/context.ts'
import { Dialog } from '../../ui/dialog.tsx'

export type Choice = { id: string; name: string; hint?: string | undefined; isOn?: boolean }

type PickerProps = {
  title: string
  hint?: string
  choices: Choice[]
  /** What stands in place of an empty list. */
  empty?: string
  text: string
  onText: (text: string) => void
  onTake: (id: string) => void
  children?: ComponentChildren
  /** Which choice is looked at. */
  onLook?: (id: string | undefined) => void
}

export function Picker({ title, hint, choices, empty, text, onText, onTake, onLook, children }: PickerProps) {
  const { inbox, t } = useInbox()
  const [looked, setLooked] = useState<string | undefined>(undefined)
  const list = useRef<HTMLUListElement>(null)
  const chosen = choices.find(({ id }) => id === looked) ?? choices[0]
  useLayoutEffect(() => onLook?.(chosen?.id), [chosen?.id])

  /** From the field into the list, and along it; up from its first line is the field again. */
  const move = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const stops = [
      ...(list.current?.parentElement?.querySelectorAll<HTMLElement>('.picker-field, .choices button') ?? []),
    ]
    stops[stops.findIndex((stop) => stop.matches(':focus')) + by]?.focus()
  }
  return (
    <Dialog title={title} onClose={() => (inbox.sheet.value = null)}>
      <input
        type="text"
        class="picker-field"
        aria-label={hint ?? t.pickers.search}
        placeholder={hint ?? t.pickers.search}
        value={text}
        data-autofocus
        onInput={({ currentTarget }) => onText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return move(event)
          event.preventDefault()
          if (chosen) onTake(chosen.id)
        }}
      />
      {choices.length === 0 && <p class="soft">{empty ?? t.pickers.nothing}</p>}
      <ul ref={list} class="choices">
        {choices.map((choice) => (
          <li key={choice.id}>
            <button
              type="button"
              aria-pressed={choice.isOn}
              class={choice === chosen ? 'chosen' : ''}
              onClick={() => onTake(choice.id)}
              onKeyDown={move}
              onFocus={() => setLooked(choice.id)}
            >
              <span>{choice.name}</span>
              {choice.hint && <small>{choice.hint}</small>}
              {choice.isOn && <b>✓</b>}
            </button>
          </li>
        ))}
      </ul>
      {children}
    </Dialog>
  )
}

/** Whether the name has the words, wherever they stand in it. */
export const fits = (name: string, text: string) => name.toLowerCase().includes(text.trim().toLowerCase())
