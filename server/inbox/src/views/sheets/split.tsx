import { useEffect, useState } from 'preact/hooks'
import type { PartialDraft } from '@bilet/shared/ticket'
import { randomId } from '@bilet/widget/random-id'
import type { StaffFailure } from '../../api.ts'
import { useInbox } from '../../ui/context.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-area.tsx'

/** Subject and description, and whatever of the ticket was found to belong to them. */
type Part = PartialDraft & { subject: string; description: string }

const blank: Part = { subject: '', description: '' }

const isWhole = (part: PartialDraft): part is Part => part.subject !== undefined && part.description !== undefined

/** The questions that were found but the first, which the ticket keeps; a blank one where none was. */
function useParts(ticket: string | undefined) {
  const { inbox } = useInbox()
  const [parts, setParts] = useState<Part[]>([blank])
  useEffect(() => {
    const fill = async (id: string) => {
      const answer = await inbox.api.parts(id)
      const found = answer.ok ? answer.value.parts.slice(1).filter(isWhole) : []
      // What the agent began to write meanwhile stays.
      if (found.length > 0) setParts((now) => (now.length === 1 && now[0] === blank ? found : now))
    }
    if (ticket !== undefined) void fill(ticket)
  }, [ticket])
  return [parts, setParts] as const
}

/** Several questions in one ticket become tickets of their own; the owner is told (R16). */
export function SplitSheet() {
  const { inbox, t } = useInbox()
  const ticket = inbox.opened.ticket.value.value
  const [key] = useState(randomId)
  const [parts, setParts] = useParts(ticket?.id)
  const [word, setWord] = useState('')
  const [failure, setFailure] = useState<StaffFailure | null>(null)
  if (!ticket) return null
  const close = () => (inbox.sheet.value = null)
  const set = (index: number, change: Partial<Part>) =>
    setParts(parts.map((part, at) => (at === index ? { ...part, ...change } : part)))

  const split = async () => {
    const { department, locale } = ticket
    const drafts = parts.map((part) => ({
      department,
      locale,
      steps: [],
      noSteps: 'just_a_question',
      screenshot: { attachments: [], links: [], none: 'nothing_to_show' },
      ...part,
    }))
    const body = { parts: drafts, ...(word.trim() && { text: word.trim() }) }
    const answer = await inbox.api.act(ticket.id, 'split', body, { key, version: ticket.version })
    if (!answer.ok) return setFailure(answer.failure)
    close()
    await inbox.opened.load()
  }
  return (
    <Dialog title={t.split.title} onClose={close}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void split()
        }}
      >
        <p class="soft">{t.split.text}</p>
        <blockquote class="words">{ticket.description}</blockquote>
        {parts.map((part, index) => (
          <fieldset key={index}>
            <legend>{t.split.part(index + 1)}</legend>
            {parts.length > 1 && (
              <button type="button" class="link" onClick={() => setParts(parts.filter((one) => one !== part))}>
                {t.remove}
              </button>
            )}
            <label class="field">
              <span>{t.split.subject}</span>
              <input
                type="text"
                required
                value={part.subject}
                maxLength={200}
                data-autofocus={index === 0 || undefined}
                onInput={({ currentTarget }) => set(index, { subject: currentTarget.value })}
              />
            </label>
            <label class="field">
              <span>{t.split.description}</span>
              <TextArea
                rows={3}
                required
                value={part.description}
                onInput={({ currentTarget }) => set(index, { description: currentTarget.value })}
              />
            </label>
          </fieldset>
        ))}
        <button type="button" class="link" onClick={() => setParts([...parts, blank])}>
          {t.split.add}
        </button>
        <label class="field">
          <span>{t.split.word}</span>
          <TextArea rows={2} value={word} onInput={({ currentTarget }) => setWord(currentTarget.value)} />
        </label>
        {failure && <FailureNotice failure={failure} />}
        <p class="buttons">
          <button type="submit" class="primary">
            {t.split.send}
          </button>
          <button type="button" onClick={close}>
            {t.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  )
}
