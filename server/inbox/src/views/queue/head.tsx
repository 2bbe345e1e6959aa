import { useLayoutEffect, useState } from 'preact/hooks'
import { useInbox } from '../../ui/context.ts'
import { Icon } from '../../ui/icon.tsx'
import { departments, planName } from '../names.ts'

/** Filters that came with a link, in words where the desk has them. */
function Filters() {
  const { inbox, t } = useInbox()
  const { value: route } = inbox.router.last
  if (route.name !== 'queue') return null
  const { q, department: _narrow, plan: _too, ...others } = route.filters
  if (!q && Object.keys(others).length === 0) return null
  return (
    <p class="filters">
      <span>{q ? t.queue.found(q) : t.queue.filtered}</span>
      <button
        type="button"
        class="link"
        onClick={() => inbox.router.open({ name: 'queue', tab: route.tab, filters: {} })}
      >
        {t.queue.clearSearch}
      </button>
    </p>
  )
}

type NarrowProps = { by: 'department' | 'plan'; any: string; choices: readonly (readonly [id: string, name: string])[] }

/** Narrows the list on show. */
function Narrow({ by, any, choices }: NarrowProps) {
  const { inbox, t } = useInbox()
  const { value: route } = inbox.router.last
  if (route.name !== 'queue') return null
  const { [by]: chosen = '', ...others } = route.filters
  return (
    <select
      class={chosen ? 'chosen' : ''}
      aria-label={t.queue[by]}
      value={chosen}
      onChange={({ currentTarget: { value } }) =>
        inbox.router.open({ ...route, filters: { ...others, ...(value && { [by]: value }) } })
      }
    >
      <option value="">{any}</option>
      {choices.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

/** On a phone behind a button, until one is chosen. */
function Narrowing() {
  const { inbox, t } = useInbox()
  const { value: route } = inbox.router.last
  const [isAsked, setAsked] = useState(false)
  const isChosen = route.name === 'queue' && ('department' in route.filters || 'plan' in route.filters)
  const isOpen = isAsked || isChosen
  const plans = [...Object.keys(inbox.desk.value.value?.plans ?? {}), 'guest'].map(
    (id) => [id, planName(inbox, id)] as const,
  )
  const named = departments(inbox).map(({ id, name }) => [id, name[inbox.i18n.locale.value]] as const)
  return (
    <>
      <button
        type="button"
        class="icon-button narrow-toggle"
        aria-label={t.queue.narrow}
        aria-expanded={isOpen}
        disabled={isChosen}
        onClick={() => setAsked(!isAsked)}
      >
        <Icon name="filter" />
      </button>
      <div class={`narrowing ${isOpen ? 'open' : ''}`}>
        <Narrow by="department" any={t.queue.anyDepartment} choices={named} />
        <Narrow by="plan" any={t.queue.anyPlan} choices={plans} />
      </div>
    </>
  )
}

export function Search() {
  const { inbox, t } = useInbox()
  const { value: route } = inbox.router.last
  const asked = route.name === 'queue' ? (route.filters['q'] ?? '') : ''
  const [text, setText] = useState(asked)
  // At once: what is typed next is not taken back by it.
  useLayoutEffect(() => setText(asked), [asked])
  return (
    <search class="search-box">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void inbox.search(text)
        }}
      >
        <Icon name="search" />
        <input
          id="search"
          type="search"
          aria-label={t.queue.search}
          placeholder={t.queue.searchHint}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <kbd aria-hidden="true">/</kbd>
      </form>
    </search>
  )
}

export function QueueHead() {
  const { inbox, t } = useInbox()
  const { value: route } = inbox.router.last
  const tab = route.name === 'queue' ? route.tab : 'due'
  return (
    <div class="head">
      <h1>{t.tabs[tab]}</h1>
      <output class={`live ${inbox.isStale.value ? 'stale' : ''}`} title={t.live.live}>
        <i />
        {inbox.isStale.value && t.live.stale}
      </output>
      <Narrowing />
      <Search />
      <Filters />
    </div>
  )
}
