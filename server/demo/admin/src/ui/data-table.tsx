// The panel's one table: search, filter by state, sort by any column, pages, and actions on ticked rows.
// On a phone each row becomes a card (style.css), for which cells carry their column's title.
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { count } from '../format.ts'
import { arrange, pageSize, tally } from './arrange.ts'
import type { Value, View } from './arrange.ts'
import { Badge, isState } from './badge.tsx'

export type Column<Row> = {
  title: string
  /** What is searched and sorted by, and shown unless `cell` shows it another way. */
  value: (row: Row) => Value
  cell?: (row: Row) => ComponentChildren
}

type Props<Row> = {
  columns: Column<Row>[]
  rows: Row[]
  id: (row: Row) => string
  /** Puts a filter above the table for each state that occurs. */
  state?: (row: Row) => string
  /** What can be done to ticked rows. */
  bulk?: Record<string, (ids: string[]) => void>
}

const whole: View = { query: '', state: undefined, sort: undefined, page: 0 }

export function plainCell(value: Value): ComponentChildren {
  if (typeof value === 'number') return count(value)
  return typeof value === 'string' && isState(value) ? <Badge text={value} /> : String(value)
}

const isNumeric = <Row,>(column: Column<Row>, rows: Row[]) =>
  rows[0] !== undefined && typeof column.value(rows[0]) === 'number'

export function DataTable<Row>({ columns, rows, id, state, bulk }: Props<Row>) {
  const view = useSignal(whole)
  const ticked = useSignal<string[]>([])
  const change = (next: Partial<View>) => (view.value = { ...view.value, page: 0, ...next })
  const valuesOf = (row: Row) => columns.map(({ value }) => value(row))
  const { total, onPage } = arrange(rows, valuesOf, state, view.value)
  const ids = onPage.map(id)
  const tick = (changed: string[], on: boolean) =>
    (ticked.value = [...ticked.value.filter((known) => !changed.includes(known)), ...(on ? changed : [])])

  return (
    <div class="card table-card">
      <div class="table-tools">
        <input
          type="search"
          placeholder="Поиск"
          aria-label="Поиск по таблице"
          onInput={(event) => change({ query: event.currentTarget.value.trim() })}
        />
        {state && (
          <StateFilter
            rows={rows}
            state={state}
            chosen={view.value.state}
            choose={(chosen) => change({ state: chosen })}
          />
        )}
      </div>
      {bulk && ticked.value.length > 0 && (
        <div class="bulk">
          <span>Выбрано: {ticked.value.length}</span>
          {Object.entries(bulk).map(([title, act]) => (
            <button
              key={title}
              type="button"
              onClick={() => {
                act(ticked.value)
                ticked.value = []
              }}
            >
              {title}
            </button>
          ))}
        </div>
      )}
      <table>
        <thead>
          <tr>
            {bulk && (
              <th class="tick">
                <input
                  type="checkbox"
                  aria-label="Выбрать все на странице"
                  checked={ids.length > 0 && ids.every((row) => ticked.value.includes(row))}
                  onChange={(event) => tick(ids, event.currentTarget.checked)}
                />
              </th>
            )}
            {columns.map((column, index) => (
              <Heading
                key={column.title}
                title={column.title}
                numeric={isNumeric(column, rows)}
                sorted={view.value.sort?.column === index ? view.value.sort : undefined}
                sort={(down) => change({ sort: { column: index, down } })}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {onPage.map((row) => (
            <tr key={id(row)}>
              {bulk && (
                <td class="tick">
                  <input
                    type="checkbox"
                    aria-label={`Выбрать ${id(row)}`}
                    checked={ticked.value.includes(id(row))}
                    onChange={(event) => tick([id(row)], event.currentTarget.checked)}
                  />
                </td>
              )}
              {columns.map((column) => (
                <td key={column.title} data-title={column.title} class={isNumeric(column, rows) ? 'numeric' : ''}>
                  {column.cell ? column.cell(row) : plainCell(column.value(row))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {total === 0 && <p class="nothing">Ничего не найдено. Измените запрос или снимите фильтр.</p>}
      <Pages page={view.value.page} total={total} turn={(page) => change({ page })} />
    </div>
  )
}

type HeadingProps = {
  title: string
  numeric: boolean
  sorted: { down: boolean } | undefined
  sort: (down: boolean) => void
}

function Heading({ title, numeric, sorted, sort }: HeadingProps) {
  const order = sorted ? (sorted.down ? 'descending' : 'ascending') : 'none'
  return (
    <th aria-sort={order} class={numeric ? 'numeric' : ''}>
      <button type="button" onClick={() => sort(sorted ? !sorted.down : false)}>
        {title}
        <span aria-hidden="true">{sorted ? (sorted.down ? '↓' : '↑') : ''}</span>
      </button>
    </th>
  )
}

type StateFilterProps<Row> = {
  rows: Row[]
  state: (row: Row) => string
  chosen: string | undefined
  choose: (state: string | undefined) => void
}

function StateFilter<Row>({ rows, state, chosen, choose }: StateFilterProps<Row>) {
  const options: [string | undefined, number][] = [[undefined, rows.length], ...tally(rows, state)]
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

function Pages({ page, total, turn }: { page: number; total: number; turn: (page: number) => void }) {
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
