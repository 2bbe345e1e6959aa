import { useLayoutEffect, useRef } from 'preact/hooks'
import { limits } from '@bilet/shared/limits'
import type { NoSteps } from '@bilet/shared/ticket'
import { useWords } from '../../ui/context.ts'
import { Icon } from '../../ui/icon.tsx'
import { Field } from './field.tsx'

/** That it is only a question is said of the whole ticket, above. */
const waysOut: NoSteps[] = ['happens_by_itself']

const hand = matchMedia('(pointer: coarse)').matches ? 'touch' : 'keys'

/** Lines of a pasted list, without the numbers and dashes that it brought along. */
const toLines = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:\d{1,2}[.)]|[-–—•*])\s+/, '').trim())
    .filter(Boolean)

/** A numbered list that grows: Enter adds a step, Backspace in an empty one takes it away, pasted lines become steps. */
function StepList() {
  const { desk, t } = useWords()
  const list = useRef<HTMLOListElement>(null)
  const toFocus = useRef<number | null>(null)
  const kept = desk.draft.fields.value.steps
  const steps = kept.length > 0 ? kept : ['']

  const set = (next: string[], focus?: number) => {
    toFocus.current = focus ?? null
    desk.draft.set({ steps: next, noSteps: '' })
  }
  const replace = (index: number, lines: string[], focus?: number) => set(steps.toSpliced(index, 1, ...lines), focus)

  useLayoutEffect(() => {
    const at = toFocus.current
    toFocus.current = null
    if (at !== null) list.current?.querySelectorAll('input')[at]?.focus()
  }, [kept])

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const isEmpty = steps[index] === ''
    if (event.key === 'Enter' && !event.isComposing) replace(index, [steps[index] ?? '', ''], index + 1)
    else if (event.key === 'Backspace' && isEmpty && steps.length > 1) replace(index, [], Math.max(0, index - 1))
    else return
    event.preventDefault()
  }
  const onPaste = (event: ClipboardEvent, index: number) => {
    const lines = toLines(event.clipboardData?.getData('text') ?? '')
    if (lines.length < 2) return
    event.preventDefault()
    const before = steps[index]?.trim()
    replace(index, before ? [before, ...lines] : lines, index + lines.length - (before ? 0 : 1))
  }

  return (
    <>
      <ol ref={list} class="steps">
        {steps.map((step, index) => (
          <li key={index}>
            <input
              aria-label={t.ticket.step(index + 1)}
              value={step}
              maxLength={limits.step}
              enterkeyhint="enter"
              onInput={({ currentTarget }) => replace(index, [currentTarget.value])}
              onKeyDown={(event) => onKeyDown(event, index)}
              onPaste={(event) => onPaste(event, index)}
            />
            {steps.length > 1 && (
              <button
                type="button"
                class="icon-button"
                aria-label={`${t.remove}: ${t.ticket.step(index + 1)}`}
                onClick={() => replace(index, [], Math.max(0, index - 1))}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        ))}
      </ol>
      <button type="button" class="link with-icon" onClick={() => set([...steps, ''], steps.length)}>
        <Icon name="plus" />
        {t.ticket.addStep}
      </button>
    </>
  )
}

/** What was done before (R14), or the honest way out. */
export function Steps() {
  const { desk, t } = useWords()
  const { noSteps, steps } = desk.draft.fields.value
  if (noSteps && !steps.join('').trim())
    return (
      <Field field="steps" label={t.ticket.steps}>
        <p class="chosen">
          <Icon name="check" />
          {t.ticket.noStepsChosen[noSteps]}
          <button type="button" class="link" onClick={() => desk.draft.set({ noSteps: '' })}>
            {t.ticket.undoChoice}
          </button>
        </p>
      </Field>
    )
  return (
    <Field field="steps" label={t.ticket.steps} hint={t.ticket.stepsHint[hand]}>
      <StepList />
      <p class="ways-out">
        {waysOut.map((way) => (
          <button key={way} type="button" class="link" onClick={() => desk.draft.set({ noSteps: way, steps: [] })}>
            {t.ticket.noSteps[way]}
          </button>
        ))}
      </p>
    </Field>
  )
}
