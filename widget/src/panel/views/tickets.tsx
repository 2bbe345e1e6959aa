import { useEffect } from 'preact/hooks'
import { useWords } from '../ui/context.ts'
import { WhenLoaded } from '../ui/states.tsx'
import { TicketRows } from './ticket-rows.tsx'

export function Tickets() {
  const { desk, t } = useWords()
  const { tickets, session } = desk
  useEffect(() => void desk.loadTickets(), [])
  if (!session.isSignedIn.value) return <p class="empty">{t.myTickets.signIn}</p>
  return (
    <WhenLoaded from={tickets.page.value} lines={5} onRetry={() => void tickets.load()}>
      {({ items, nextCursor }) => (
        <>
          {items.length === 0 && (
            <div class="empty">
              <b>{t.myTickets.empty}</b>
              <p>{t.myTickets.emptyText}</p>
              <button class="primary" onClick={() => desk.router.goTo({ name: 'ticket' })}>
                {t.write}
              </button>
            </div>
          )}
          <TicketRows items={items} />
          {nextCursor && (
            <button aria-busy={tickets.isLoadingMore.value} onClick={() => void tickets.more()}>
              {t.myTickets.more}
            </button>
          )}
        </>
      )}
    </WhenLoaded>
  )
}
