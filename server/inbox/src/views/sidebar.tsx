import { locales, localeNames } from '../i18n/i18n.ts'
import { tabs, toHash } from '../models/route.ts'
import type { Tab } from '../models/route.ts'
import type { Counts } from '../models/replies.ts'
import { useInbox } from '../ui/context.ts'
import { Icon } from '../ui/icon.tsx'

/** How many tickets a tab holds; nothing where the API does not tell. */
function countOf(counts: Counts | undefined, tab: Tab): number | undefined {
  if (!counts) return undefined
  const numbers: Record<Tab, number | undefined> = {
    due: counts.due,
    ours: counts.awaiting.staff,
    mine: counts.mine,
    unassigned: counts.unassigned,
    owner: counts.awaiting.owner,
    extended: counts.extended,
    all: undefined,
  }
  return numbers[tab]
}

function TabLink({ tab }: { tab: Tab }) {
  const { inbox, t } = useInbox()
  const { route, last } = inbox.router
  const shown = route.value.name === 'ticket' ? last.value : route.value
  const counts = inbox.counts.value.value
  const count = countOf(counts, tab)
  const isLate = tab === 'due' && (counts?.breached ?? 0) > 0
  return (
    <a
      class="tab"
      href={toHash({ name: 'queue', tab, filters: {} })}
      aria-current={shown.name === 'queue' && shown.tab === tab ? 'page' : undefined}
    >
      <Icon name={tab} />
      <span>{t.tabs[tab]}</span>
      {count !== undefined && <span class={`count ${isLate ? 'late' : ''}`}>{count.toLocaleString(t.tag)}</span>}
    </a>
  )
}

function Account() {
  const { inbox, t } = useInbox()
  return (
    <div class="account">
      <select
        aria-label={t.language}
        value={inbox.i18n.locale.value}
        onChange={({ currentTarget }) => {
          const locale = locales.find((known) => known === currentTarget.value)
          if (locale) void inbox.i18n.setLocale(locale)
        }}
      >
        {locales.map((locale) => (
          <option key={locale} value={locale}>
            {localeNames[locale]}
          </option>
        ))}
      </select>
      <p class="agent" title={inbox.session.name.value}>
        {inbox.session.name.value}
      </p>
      <button
        type="button"
        class="icon-button"
        aria-label={t.keys.title}
        title={`${t.keys.title} (?)`}
        onClick={() => (inbox.sheet.value = 'keys')}
      >
        <Icon name="key" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={t.signIn.signOut}
        title={t.signIn.signOut}
        onClick={inbox.session.signOut}
      >
        <Icon name="leave" />
      </button>
    </div>
  )
}

export function Sidebar() {
  const { inbox, t } = useInbox()
  return (
    <header class="sidebar">
      <p class="brand">
        <b>Bilet</b>
      </p>
      <nav class="tabs" aria-label={t.inbox}>
        {tabs.map((tab) => (
          <TabLink key={tab} tab={tab} />
        ))}
        <a
          class="tab apart"
          href={toHash({ name: 'reports' })}
          aria-current={inbox.router.route.value.name === 'reports' ? 'page' : undefined}
        >
          <Icon name="reports" />
          <span>{t.reports}</span>
        </a>
      </nav>
      <Account />
    </header>
  )
}
