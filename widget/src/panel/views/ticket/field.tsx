import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Finding } from '@bilet/shared/rules/finding'
import type { DraftField } from '../../i18n/messages.ts'
import { findingText } from '../../i18n/i18n.ts'
import { fieldOf } from '../../models/ticket-form.ts'
import { writingOf } from '../../models/writing.ts'
import { useDesk, useWords } from '../../ui/context.ts'
import { Icon } from '../../ui/icon.tsx'

/** Nothing is written yet: said once the owner has tried to send, not before. */
const isMissing = ({ code }: Finding) => code.endsWith('_missing') || code === 'question_unclear'

/** What there is to say of a field: red stops sending, amber is advice. */
export function FieldNotes({ field }: { field: DraftField }) {
  const { desk, t } = useWords()
  const { findings, isAttempted } = writingOf(desk).form
  const notes = findings.value.filter(
    (finding) => fieldOf(finding) === field && (isAttempted.value || !isMissing(finding)),
  )
  return (
    <output id={`${field}-notes`}>
      {notes.map((finding) => (
        <p key={finding.code + finding.path} class={`note ${finding.severity === 'block' ? 'red' : 'amber'}`}>
          <Icon name="alert" />
          {findingText(t, finding)}
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
  const jump = writingOf(desk).form.jump.value
  useEffect(() => {
    if (jump?.field !== field) return
    group.current?.scrollIntoView({ block: 'center' })
    group.current?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true })
  }, [jump])
  return (
    <fieldset ref={group} class="field" aria-describedby={`${field}-notes`}>
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      {children}
      <FieldNotes field={field} />
    </fieldset>
  )
}
