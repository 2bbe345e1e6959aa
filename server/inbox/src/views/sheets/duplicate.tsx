import { useState } from 'preact/hooks'
import { randomId } from '@bilet/widget/random-id'
import { isOpenStatus } from '@bilet/shared/statuses'
import type { StaffFailure } from '../../api.ts'
import { useInbox } from '../../ui/context.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-area.tsx'

/** Closed as a repeat of another ticket of the same owner, who is told which (R17). */
export function DuplicateSheet() {
  const { inbox, t } = useInbox()
  const ticket = inbox.opened.ticket.value.value
  const others = ticket?.otherTickets ?? []
  const [key] = useState(randomId)
  const [of, setOf] = useState(() => others.find(({ status }) => isOpenStatus(status))?.id ?? others[0]?.id ?? '')
  const [word, setWord] = useState('')
  const [failure, setFailure] = useState<StaffFailure | null>(null)
  if (!ticket) return null
  const close = () => (inbox.sheet.value = null)
  const merge = async () => {
    if (!of) return
    const body = { of, ...(word.trim() && { text: word.trim() }) }
    const answer = await inbox.api.act(ticket.id, 'duplicate', body, { key, version: ticket.version })
    if (!answer.ok) return setFailure(answer.failure)
    close()
    await inbox.opened.load()
  }
  return (
    <Dialog title={t.duplicate.title} onClose={close}>
      <p class="soft">{t.duplicate.text}</p>
      {others.length === 0 ? (
        <p>{t.ticket.noOthers}</p>
      ) : (
        <fieldset class="radios">
          <legend>{t.duplicate.which}</legend>
          {others.map(({ id, number, subject, status }) => (
            <label key={id}>
              <input type="radio" name="of" value={id} checked={of === id} onChange={() => setOf(id)} />
              <span>
                {t.ticket.number(number)} {subject} <small>{t.status[status]}</small>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <label class="field">
        <span>{t.duplicate.word}</span>
        <TextArea rows={2} value={word} onInput={({ currentTarget }) => setWord(currentTarget.value)} />
      </label>
      {failure && <FailureNotice failure={failure} />}
      <p class="buttons">
        <button type="button" class="primary" disabled={!of} onClick={() => void merge()}>
          {t.duplicate.send}
        </button>
        <button type="button" onClick={close}>
          {t.cancel}
        </button>
      </p>
    </Dialog>
  )
}
