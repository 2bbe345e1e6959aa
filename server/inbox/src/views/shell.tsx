import { useEffect } from 'preact/hooks'
import { useInbox } from '../ui/context.ts'
import { Icon } from '../ui/icon.tsx'
import { Part } from '../ui/part.tsx'
import { reports, sheets, ticket } from './parts.ts'
import { Queue } from './queue/queue.tsx'
import { Sidebar } from './sidebar.tsx'
import { Toasts } from './toasts.tsx'

function OfflineBanner() {
  const { inbox, t } = useInbox()
  if (inbox.online.value) return null
  return (
    <output class="banner">
      <Icon name="alert" />
      {t.live.offline}
    </output>
  )
}

function Screen() {
  const { inbox } = useInbox()
  const route = inbox.router.route.value
  if (route.name === 'ticket') return <Part part={ticket}>{({ Ticket }) => <Ticket />}</Part>
  if (route.name === 'reports') return <Part part={reports}>{({ Reports }) => <Reports />}</Part>
  return <Queue />
}

export function Shell() {
  const { inbox } = useInbox()
  // What an agent opens next is fetched while they read the list; a page that stays open all day needs no old file later.
  useEffect(() => {
    const idle = setTimeout(() => void ticket.load().then(sheets.load).then(reports.load), 600)
    return () => clearTimeout(idle)
  }, [])
  return (
    <div class="frame">
      <Sidebar />
      <main class="main">
        <OfflineBanner />
        <Screen />
      </main>
      <Toasts />
      {inbox.sheet.value && <Part part={sheets}>{({ Sheets }) => <Sheets />}</Part>}
      <output class="unseen">{inbox.announcement.value}</output>
    </div>
  )
}
