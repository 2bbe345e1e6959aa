import type { TargetedKeyboardEvent } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { limits } from '@bilet/shared/limits'
import { useFront } from '../ui/context.ts'
import { TextArea } from '../ui/text-area.tsx'
import { Part } from './part.tsx'
import { around, reading, writing } from './parts.ts'

export function Home() {
  const { front, desk, t } = useFront()
  const { draft, router, i18n } = front
  const question = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const { subject } = draft.fields.value
  const hasList = (desk?.suggestions.suggested.value.list.length ?? 0) > 0
  // What the next press needs is on its way before it.
  useEffect(() => {
    if (!subject) return
    void i18n.language.peek().later.load()
    void writing.load()
    if (hasList) void reading.load()
  }, [Boolean(subject), hasList])
  const toField = () => question.current?.querySelector('textarea')?.focus()
  const toList = () => list.current?.querySelector<HTMLElement>('button')?.focus()
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    const { key, shiftKey, currentTarget } = event
    const isSure = event.ctrlKey || event.metaKey
    const isAtEnd = currentTarget.selectionStart === currentTarget.value.length
    if (key === 'ArrowDown' && isAtEnd && hasList) toList()
    else if (key !== 'Enter' || shiftKey) return
    else if (hasList && !isSure) toList()
    else if (subject.trim()) router.push({ name: 'ticket' })
    event.preventDefault()
  }
  return (
    <>
      <div ref={question} class="question">
        <h2 id="bilet-question">{t.question}</h2>
        <TextArea
          class="large"
          data-autofocus
          aria-labelledby="bilet-question"
          rows={2}
          value={subject}
          maxLength={limits.description}
          placeholder={t.questionHint}
          autocomplete="off"
          enterkeyhint="go"
          onInput={({ currentTarget }) => draft.set({ subject: currentTarget.value })}
          onKeyDown={onKeyDown}
        />
      </div>
      <Part part={around} isEarly>
        {({ HomeRest, Suggestions }) => (
          <>
            <HomeRest />
            {subject.trim() && (
              <div ref={list}>
                <Suggestions toField={toField} />
              </div>
            )}
          </>
        )}
      </Part>
    </>
  )
}

/** Writing is always one press away. */
export function HomeFooter() {
  const { front, t } = useFront()
  const { draft, router } = front
  const { description, subject } = draft.fields.value
  const isStarted = description.trim() !== ''
  const write = () => router.push({ name: 'ticket' })
  /** Nothing but a question: neither steps nor a screenshot are asked for (R14, R15). */
  const justAsk = () => {
    draft.set({ kind: 'question' })
    write()
  }
  return (
    <>
      <button class="primary" onClick={write}>
        {isStarted ? t.resume : t.write}
      </button>
      {subject.trim() && !isStarted && <button onClick={justAsk}>{t.justAsk}</button>}
    </>
  )
}
