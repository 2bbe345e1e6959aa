import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Finding } from '@bilet/shared/rules/finding'
import type { DraftField } from '../../i18n/messages.ts'
import { findingText } from '../../i18n/i18n.ts'
import { fieldOf } from '../../models/ticket-form.ts'
import { writingOf } from '../../models/writing.ts'
import { useDesk, useWords } from '../../ui/context.ts'
import { Icon } from '../../ui/icon.tsx'

/** Nothing is written yet: said once the owner has tried to send, not before. */
const isMissing = ({ code }: Finding) => code.endsWith('_missing') || code === 'question_unclear'

const notesOf = (field: DraftField, findings: Finding[], isAttempted: boolean) =>
  findings.filter((finding) => fieldOf(finding) === field && (isAttempted || !isMissing(finding)))

/** What there is to say of a field: red stops sending, amber is advice. */
function FieldNotes({ field, notes }: { field: DraftField; notes: Finding[] }) {
  const { desk, t } = useWords()
  // Whoever cannot give a picture is not told to.
  const byLink = Number(!desk.support.takesPictures.value)
  return (
    <output id={`${field}-notes`}>
      {notes.map((finding) => (
        <p key={finding.code + finding.path} class={`note ${finding.severity === 'block' ? 'red' : 'amber'}`}>
          <Icon name="alert" />
          {findingText(t, { code: finding.code, params: { ...finding.params, byLink } })}
        </p>
      ))}
    </output>
  )
}

type FieldProps = { field: DraftField; label: string; hint?: string; children: ComponentChildren }

/** A part of the form that "what is left" can jump to: the focus goes to its first control. */
export function Field({ field, label, hint, children }: FieldProps) {
  const { desk } = useDesk()
  const group = useRef<HTMLFieldSetElement>(null)
  const { jump: jumping, findings, isAttempted } = writingOf(desk).form
  const jump = jumping.value
  const notes = notesOf(field, findings.value, isAttempted.value)
  const isWrong = notes.some(({ severity }) => severity === 'block')
  useLayoutEffect(() => {
    if (jump?.field !== field) return
    group.current?.scrollIntoView({ block: 'center' })
    group.current?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true })
  }, [jump])
  // What is said of the field is said of its controls: a reader hears it where the focus is.
  useLayoutEffect(() => {
    for (const control of group.current?.querySelectorAll('input:not([type=file]), textarea') ?? []) {
      control.setAttribute('aria-describedby', `${field}-notes`)
      if (isWrong) control.setAttribute('aria-invalid', 'true')
      else control.removeAttribute('aria-invalid')
    }
  })
  return (
    <fieldset ref={group} class="field">
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      {children}
      <FieldNotes field={field} notes={notes} />
    </fieldset>
  )
}
