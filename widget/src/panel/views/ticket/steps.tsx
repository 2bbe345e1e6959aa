import type { RefObject } from 'preact'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { limits } from '@bilet/shared/limits'
import { useWords } from '../../ui/context.ts'
import { Icon } from '../../ui/icon.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { visitedPages } from '../../visited-pages.ts'
import { Field } from './field.tsx'

const hand = matchMedia('(pointer: coarse)').matches ? 'touch' : 'keys'

/** Lines of a pasted list, without the numbers and dashes that it brought along. */
const toLines = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:\d{1,2}[.)]|[-–—•*])\s+/, '').trim())
    .filter(Boolean)

/** A list with one of its entries moved to another place. */
const moved = (steps: string[], from: number, to: number) => {
  const rest = steps.toSpliced(from, 1)
  return rest.toSpliced(to, 0, steps[from] ?? '')
}

type GripProps = { index: number; list: RefObject<HTMLOListElement | null>; onMove: (from: number, to: number) => void }

/** The step's number, by which it is dragged to another place. The finger keeps hold of it while rows change under it. */
function Grip({ index, list, onMove }: GripProps) {
  const held = useRef<number | null>(null)
  const onPointerMove = ({ clientY }: PointerEvent) => {
    if (held.current === null) return
    const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect())
    const over = rows.findIndex(({ top, bottom }) => clientY >= top && clientY <= bottom)
    if (over < 0 || over === held.current) return
    onMove(held.current, over)
    held.current = over
  }
  const letGo = () => {
    held.current = null
  }
  return (
    <span
      class="grip"
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        held.current = index
      }}
      onPointerMove={onPointerMove}
      onPointerUp={letGo}
      onPointerCancel={letGo}
    />
  )
}

/**
 * A numbered list that grows: Enter adds a step, Shift+Enter a line to one, Backspace in an empty one takes it away, Alt
 * with an arrow moves it, pasted lines become steps.
 */
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
  const move = (from: number, to: number) => {
    if (to < 0 || to >= steps.length) return
    set(moved(steps, from, to), to)
    desk.announce(t.ticket.step(to + 1))
  }

  useLayoutEffect(() => {
    const at = toFocus.current
    toFocus.current = null
    if (at !== null) list.current?.querySelectorAll('textarea')[at]?.focus()
  }, [kept])

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const { key, altKey, shiftKey } = event
    const isEmpty = steps[index] === ''
    if (key === 'Enter' && !shiftKey) replace(index, [steps[index] ?? '', ''], index + 1)
    else if (key === 'Backspace' && isEmpty && steps.length > 1) replace(index, [], Math.max(0, index - 1))
    else if (altKey && key === 'ArrowUp') move(index, index - 1)
    else if (altKey && key === 'ArrowDown') move(index, index + 1)
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
            <Grip index={index} list={list} onMove={move} />
            <TextArea
              rows={1}
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
      <p class="add-steps">
        <button class="link with-icon" onClick={() => set([...steps, ''], steps.length)}>
          <Icon name="plus" />
          {t.ticket.addStep}
        </button>
        <Visited steps={kept} onAdd={(pages) => set([...kept.filter((step) => step.trim()), ...pages])} />
      </p>
    </>
  )
}

/** The admin's pages on the way here, as steps at a press: what came before is seldom remembered and often the cause. */
function Visited({ steps, onAdd }: { steps: string[]; onAdd: (steps: string[]) => void }) {
  const { desk, t } = useWords()
  const openings = desk.openings.value
  const pages = useMemo(visitedPages, [openings])
  const lines = pages.map((name) => t.ticket.visited(name))
  // The present page alone is told anyway.
  if (lines.length < 2 || lines.every((line) => steps.includes(line))) return null
  return (
    <button class="link with-icon" onClick={() => onAdd(lines)}>
      <Icon name="plus" />
      {t.ticket.addVisited(pages.join(' → '))}
    </button>
  )
}

/** What was done before (R14), or the honest way out. That it is only a question is said of the whole ticket, above. */
export function Steps() {
  const { desk, t } = useWords()
  const { noSteps, steps } = desk.draft.fields.value
  if (noSteps && !steps.join('').trim())
    return (
      <Field field="steps" label={t.ticket.steps}>
        <p class="chosen">
          <Icon name="check" />
          {t.ticket.byItselfChosen}
          <button class="link" onClick={() => desk.draft.set({ noSteps: '' })}>
            {t.ticket.undoChoice}
          </button>
        </p>
      </Field>
    )
  return (
    <Field field="steps" label={t.ticket.steps} hint={t.ticket.stepsHint[hand]}>
      <StepList />
      <p class="ways-out">
        <button class="link" onClick={() => desk.draft.set({ noSteps: 'happens_by_itself', steps: [] })}>
          {t.ticket.byItself}
        </button>
      </p>
    </Field>
  )
}
