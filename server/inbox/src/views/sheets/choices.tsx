import { useEffect, useState } from 'preact/hooks'
import type { Tag } from '../../models/replies.ts'
import { useInbox } from '../../ui/context.ts'
import { departments } from '../names.ts'
import { fits, Picker } from './picker.tsx'

/** Changes the ticket on show, or all that are ticked in the list. */
function useChange() {
  const { inbox } = useInbox()
  const isTicket = inbox.router.route.value.name === 'ticket'
  return async (change: object) => {
    inbox.sheet.value = null
    await (isTicket ? inbox.opened.patch(change) : inbox.bulk({ change }))
  }
}

export function AssignSheet() {
  const { inbox, t } = useInbox()
  const change = useChange()
  const [text, setText] = useState('')
  const agents = inbox.desk.value.value?.agents ?? []
  const choices = [...agents.map(({ name }) => ({ id: name, name })), { id: '', name: t.ticket.nobody }].filter(
    ({ name }) => fits(name, text),
  )
  return (
    <Picker
      title={t.pickers.assign}
      choices={choices}
      text={text}
      onText={setText}
      onTake={(name) => void change({ assignee: name || null })}
    />
  )
}

export function DepartmentSheet() {
  const { inbox, t } = useInbox()
  const change = useChange()
  const [text, setText] = useState('')
  const choices = departments(inbox)
    .map(({ id, name }) => ({ id, name: name[inbox.i18n.locale.value] }))
    .filter(({ name }) => fits(name, text))
  return (
    <Picker
      title={t.pickers.department}
      choices={choices}
      text={text}
      onText={setText}
      onTake={(department) => void change({ department })}
    />
  )
}

export function TagSheet() {
  const { inbox, t } = useInbox()
  const [text, setText] = useState('')
  const [tags, setTags] = useState<Tag[]>([])
  const isTicket = inbox.router.route.value.name === 'ticket'
  const held = isTicket ? (inbox.opened.ticket.value.value?.tags ?? []) : []
  useEffect(() => {
    void inbox.api.tags().then((answer) => answer.ok && setTags(answer.value.items))
  }, [])
  const words = text.trim()
  const choices = [
    ...tags
      .filter(({ tag }) => fits(tag, text))
      .map(({ tag, tickets }) => ({ id: tag, name: tag, hint: String(tickets), isOn: held.includes(tag) })),
    ...(words && !tags.some(({ tag }) => tag === words) ? [{ id: words, name: t.pickers.create(words) }] : []),
  ]
  const take = async (tag: string) => {
    inbox.sheet.value = null
    await (isTicket ? inbox.opened.tag(tag, !held.includes(tag)) : inbox.tagAll(tag))
  }
  return (
    <Picker
      title={t.pickers.tag}
      hint={t.pickers.tagHint}
      choices={choices}
      text={text}
      onText={setText}
      onTake={(tag) => void take(tag)}
    />
  )
}
