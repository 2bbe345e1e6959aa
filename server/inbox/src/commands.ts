// What keys and menus do, wherever the agent is.
import type { Inbox } from './models/inbox.ts'
import type { Command } from './models/keys.ts'

const focusOn = (selector: string) => {
  const field = document.querySelector<HTMLElement>(selector)
  field?.focus()
  return field !== null
}

/** Back from what was found to the whole tab; false where the whole is shown. */
function leaveSearch({ router }: Inbox): boolean {
  const { value: route } = router.route
  if (route.name !== 'queue' || Object.keys(route.filters).length === 0) return false
  router.open({ ...route, filters: {} })
  return true
}

/** In the queue: what acts on a line of the list. False for what means nothing there. */
function inQueue(inbox: Inbox, command: Command): boolean {
  const { queue, router, selection } = inbox
  const id = queue.current.value
  switch (command) {
    case 'next':
    case 'previous':
      queue.step(command === 'next' ? 1 : -1)
      return true
    case 'back':
      if (selection.count.value > 0) selection.clear()
      else return leaveSearch(inbox)
      return true
    case 'open':
      if (id) router.open({ name: 'ticket', id })
      return id !== null
    case 'select':
      if (id) selection.toggle(id)
      return id !== null
    case 'take':
    case 'assign':
    case 'tag':
      if (!id || !inbox.session.may('write')) return false
      if (selection.count.value === 0) selection.toggle(id)
      if (command === 'take') void inbox.bulk({ change: { assignee: inbox.session.name.value } })
      else inbox.sheet.value = command
      return true
    case 'extend':
    case 'refuse':
    case 'resolve':
      if (!id || !inbox.session.may('write')) return false
      if (selection.count.value === 0) selection.toggle(id)
      inbox.decideBulk(command)
      return true
    case 'reply':
    case 'note':
    case 'wait':
      if (id) router.open({ name: 'ticket', id })
      inbox.wantsReply.value = command === 'note' ? 'note' : 'reply'
      return id !== null
    default:
      return false
  }
}

/** At a ticket. */
function inTicket(inbox: Inbox, command: Command): boolean {
  const { composer, opened, router } = inbox
  switch (command) {
    case 'next':
    case 'previous':
      inbox.neighbour(command === 'next' ? 1 : -1)
      return true
    case 'back':
      router.back()
      return true
    default:
      if (!inbox.session.may('write')) return false
  }
  switch (command) {
    case 'reply':
    case 'note':
      composer.set({ isNote: command === 'note', decision: null })
      return focusOn('.composer textarea')
    case 'wait':
    case 'send':
      inbox.send(command === 'wait')
      return true
    case 'extend':
    case 'refuse':
    case 'resolve':
      inbox.decide(command)
      return true
    case 'take':
      void opened.patch({ assignee: inbox.session.name.value })
      return true
    case 'assign':
    case 'tag':
      inbox.sheet.value = command
      return true
    default:
      return false
  }
}

/** True when the command meant something here. */
export function runCommand(inbox: Inbox, command: Command): boolean {
  if (command === 'help') {
    inbox.sheet.value = 'keys'
    return true
  }
  if (command === 'search') return focusOn('#search')
  const { name } = inbox.router.route.value
  if (name === 'ticket') return inTicket(inbox, command)
  if (name === 'queue') return inQueue(inbox, command)
  if (command === 'back') inbox.router.back()
  return command === 'back'
}
