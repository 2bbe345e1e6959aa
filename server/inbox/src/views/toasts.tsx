// What was sent and is not there yet: held for a while, waiting for the network, or refused.
import { useEffect, useState } from 'preact/hooks'
import type { Send } from '../models/sends.ts'
import { useInbox } from '../ui/context.ts'
import { Icon } from '../ui/icon.tsx'

function Held({ send }: { send: Send }) {
  const { inbox, t } = useInbox()
  const [now, setNow] = useState(inbox.now())
  const { key, step, at, ticket } = send
  useEffect(() => {
    const timer = setInterval(() => setNow(inbox.now()), 500)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.max(0, Math.ceil((at - now) / 1000))
  const words = {
    held: t.sends.held(ticket.number, seconds),
    sending: t.sends.sending(ticket.number),
    waiting: t.sends.waiting(ticket.number),
  }
  return (
    <li class={`toast ${step}`}>
      <span>{words[step]}</span>
      {step !== 'sending' && (
        <button type="button" class="link" onClick={() => inbox.undo(key)}>
          {t.undo}
        </button>
      )}
      {step === 'held' && (
        <button type="button" class="link" onClick={() => void inbox.sends.now(key)}>
          {t.sends.now}
        </button>
      )}
    </li>
  )
}

/** A refusal of a ticket that is not on show. */
function Refused({ id, number }: { id: string; number: number }) {
  const { inbox, t } = useInbox()
  return (
    <li class="toast red">
      <Icon name="alert" />
      <span>{t.sends.refused(number)}</span>
      <button type="button" class="link" onClick={() => inbox.router.open({ name: 'ticket', id })}>
        {t.sends.open}
      </button>
    </li>
  )
}

export function Toasts() {
  const { inbox, t } = useInbox()
  const route = inbox.router.route.value
  const shown = route.name === 'ticket' ? route.id : ''
  const refused = [...inbox.composer.troubles.value].filter(([id]) => id !== shown)
  const sends = inbox.sends.list.value
  if (sends.length + refused.length === 0) return null
  return (
    <section class="toasts" aria-label={t.sends.title}>
      <ul>
        {sends.map((send) => (
          <Held key={send.key} send={send} />
        ))}
        {refused.map(([id, { send }]) => (
          <Refused key={id} id={id} number={send.ticket.number} />
        ))}
      </ul>
    </section>
  )
}
