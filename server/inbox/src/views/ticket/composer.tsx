import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { limits } from '@bilet/shared/limits'
import type { StaffTicket } from '@bilet/shared/staff-replies'
import { useInbox } from '../../ui/context.ts'
import { FailureNotice, Notice } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { Attached, usePictures } from './attached.tsx'
import { Kinds, Send, Tools } from './composer-tools.tsx'
import { Conflict } from './conflict.tsx'
import { DecisionForm } from './decision-form.tsx'

export function Composer({ ticket }: { ticket: StaffTicket }) {
  const { inbox, t } = useInbox()
  const { composer, presence, session } = inbox
  const field = useRef<HTMLTextAreaElement>(null)
  const pictures = usePictures(ticket.id)
  const { text, isNote, decision } = composer.fields.value
  const missing = composer.missing.value
  const trouble = composer.trouble.value
  const [isBegun, setBegun] = useState(false)
  const isOpen = isBegun || isNote || decision !== null || text !== '' || trouble !== null
  useLayoutEffect(() => setBegun(false), [ticket.id])
  useLayoutEffect(() => {
    if (missing === 'text') field.current?.focus()
  }, [missing])
  const invitation = isOpen ? t.composer.hint : t.composer.answer
  const placeholder = decision ? t.decision.words : isNote ? t.composer.toStaff : invitation
  if (!session.may('write')) return <Notice tone="plain">{t.ticket.readOnly}</Notice>

  /** In an empty field `/` brings canned replies and `#` articles. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      inbox.send(false)
    }
    const isStart = field.current?.value === ''
    if (!isStart || (event.key !== '/' && event.key !== '#')) return
    event.preventDefault()
    inbox.sheet.value = event.key === '/' ? 'replies' : 'articles'
  }
  return (
    <section
      class={`composer ${isNote ? 'is-note' : ''} ${isOpen ? 'is-open' : ''}`}
      aria-label={t.composer.answer}
      onFocusIn={() => setBegun(true)}
      onPaste={(event) => {
        const files = [...(event.clipboardData?.files ?? [])]
        if (files.length === 0 || decision) return
        event.preventDefault()
        pictures.add(files)
      }}
    >
      {trouble?.failure.conflict ? (
        <Conflict ticket={ticket} trouble={trouble} />
      ) : (
        trouble && <FailureNotice failure={trouble.failure} />
      )}
      <Kinds />
      {decision && (
        <DecisionForm
          fields={decision}
          status={ticket.status}
          ownerLocale={ticket.locale}
          text={text}
          isReasonMissing={missing === 'reason'}
          onChange={(next) => composer.set({ decision: next })}
        />
      )}
      <TextArea
        field={field}
        aria-label={decision ? t.decision.words : isNote ? t.composer.note : t.composer.public}
        rows={3}
        value={text}
        maxLength={limits.message}
        placeholder={placeholder}
        onKeyDown={onKeyDown}
        onInput={({ currentTarget }) => {
          composer.set({ text: currentTarget.value })
          presence.typed()
        }}
      />
      {missing === 'text' && <p class="red-text">{t.composer.textMissing}</p>}
      <Attached pictures={pictures} />
      <div class="composer-foot">
        <Tools onPick={(files) => pictures.add(files)} />
        <span class="grow" />
        <Send />
      </div>
    </section>
  )
}
