import type { Signal } from '@preact/signals'
import { count } from '../format.ts'
import { pageSize, tally } from './arrange.ts'

/** Ticks or clears all of the rows that it stands for. */
export function Tick({ label, ids, ticked }: { label: string; ids: string[]; ticked: Signal<string[]> }) {
  const tick = (on: boolean) => {
    const others = ticked.value.filter((id) => !ids.includes(id))
    ticked.value = on ? [...others, ...ids] : others
  }
  return (
    <input
      type="checkbox"
      aria-label={label}
      checked={ids.length > 0 && ids.every((id) => ticked.value.includes(id))}
      onChange={(event) => tick(event.currentTarget.checked)}
    />
  )
}

type BulkProps = { actions: Record<string, (ids: string[]) => void>; ticked: Signal<string[]> }

export function BulkActions({ actions, ticked }: BulkProps) {
  if (ticked.value.length === 0) return null
  const run = (act: (ids: string[]) => void) => {
    act(ticked.value)
    ticked.value = []
  }
  return (
    <div class="bulk">
      <span>Выбрано: {ticked.value.length}</span>
      {Object.entries(actions).map(([title, act]) => (
        <button key={title} type="button" onClick={() => run(act)}>
          {title}
        </button>
      ))}
    </div>
  )
}

type HeadingProps = {
  title: string
  class: string | undefined
  /** Which way the table is sorted by this column; undefined when it is not. */
  down: boolean | undefined
  sort: (down: boolean) => void
}

export function Heading({ title, class: name, down, sort }: HeadingProps) {
  const [order, arrow] = down === undefined ? (['none', ''] as const) : sortMarks(down)
  return (
    <th aria-sort={order} class={name}>
      <button type="button" onClick={() => sort(down === false)}>
        {title}
        <span aria-hidden="true">{arrow}</span>
      </button>
    </th>
  )
}

const sortMarks = (down: boolean) => (down ? (['descending', '↓'] as const) : (['ascending', '↑'] as const))

type StateFilterProps = {
  states: string[]
  chosen: string | undefined
  choose: (state: string | undefined) => void
}

export function StateFilter({ states, chosen, choose }: StateFilterProps) {
  const options: [string | undefined, number][] = [[undefined, states.length], ...tally(states)]
  return (
    <div class="filters">
      {options.map(([option, amount]) => (
        <button key={option ?? ''} type="button" aria-pressed={option === chosen} onClick={() => choose(option)}>
          {option ?? 'Все'} <small>{amount}</small>
        </button>
      ))}
    </div>
  )
}

export function Pages({ page, total, turn }: { page: number; total: number; turn: (page: number) => void }) {
  if (total <= pageSize) return null
  const first = page * pageSize
  return (
    <div class="pages">
      <span>
        {first + 1}–{Math.min(first + pageSize, total)} из {count(total)}
      </span>
      <button type="button" disabled={page === 0} onClick={() => turn(page - 1)}>
        Назад
      </button>
      <button type="button" disabled={first + pageSize >= total} onClick={() => turn(page + 1)}>
        Вперёд
      </button>
    </div>
  )
}
