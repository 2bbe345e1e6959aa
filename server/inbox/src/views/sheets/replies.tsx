import { useEffect, useState } from 'preact/hooks'
import { fillIn } from '../../models/canned.ts'
import type { Reply } from '../../models/replies.ts'
import { useInbox } from '../../ui/context.ts'
import { fits, Picker } from './picker.tsx'

/** Canned replies in the owner's language first, those of the ticket's department before the rest. */
export function ReplyPicker() {
  const { inbox, t } = useInbox()
  const [text, setText] = useState('')
  const [replies, setReplies] = useState<Reply[]>([])
  const [looked, setLooked] = useState<string | undefined>(undefined)
  const ticket = inbox.opened.ticket.value.value
  const { article } = inbox.composer.fields.value
  useEffect(() => {
    void inbox.api.replies().then((answer) => answer.ok && setReplies(answer.value.items))
  }, [])
  const rank = (reply: Reply) =>
    (reply.locale === ticket?.locale ? 0 : 2) + (reply.department && reply.department !== ticket?.department ? 1 : 0)
  const filled = (reply: Reply) =>
    fillIn(reply.text, {
      name: ticket?.requester.name ?? '',
      number: String(ticket?.number ?? ''),
      article: article?.url || article?.title || '',
    })
  const shown = replies
    .filter((reply) => fits(`${reply.title} ${reply.text}`, text))
    .toSorted((one, other) => rank(one) - rank(other))
  const preview = shown.find(({ id }) => id === looked)

  const take = (id: string) => {
    const reply = shown.find((one) => one.id === id)
    if (!reply) return
    const { text: before } = inbox.composer.fields.value
    inbox.composer.set({ text: [before.trim(), filled(reply)].filter(Boolean).join('\n\n') })
    inbox.sheet.value = null
  }
  return (
    <Picker
      title={t.pickers.replies}
      choices={shown.map(({ id, title, locale }) => ({ id, name: title, hint: locale }))}
      empty={replies.length === 0 ? t.pickers.repliesEmpty : t.pickers.nothing}
      text={text}
      onText={setText}
      onTake={take}
      onLook={setLooked}
    >
      {preview && <p class="picker-preview words">{filled(preview)}</p>}
    </Picker>
  )
}
