// The panel's one table: search, filter by state, sort by any column, pages, and actions on ticked rows.
// On a phone each row becomes a card (narrow.css), for which cells carry their column's title.
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { count } from '../format.ts'
import { arrange } from './arrange.ts'
import type { Value, View } from './arrange.ts'
import { Badge, isState } from './badge.tsx'
import { BulkActions, Heading, Pages, StateFilter, Tick } from './table-parts.tsx'

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
  /** Stands above the table. */
  children?: ComponentChildren
}

const whole: View = { query: '', state: undefined, sort: undefined, page: 0 }

/** A table of fewer rows is read faster than it is searched. */
const searchedFrom = 8

export function plainCell(value: Value): ComponentChildren {
  if (typeof value === 'number') return count(value)
  return typeof value === 'string' && isState(value) ? <Badge text={value} /> : String(value)
}

export function DataTable<Row>({ columns, rows, id, state, bulk, children }: Props<Row>) {
  const view = useSignal(whole)
  const ticked = useSignal<string[]>([])
  const change = (next: Partial<View>) => (view.value = { ...view.value, page: 0, ...next })
  const { total, onPage } = arrange(rows, (row) => columns.map(({ value }) => value(row)), state, view.value)
  const { sort, page, state: chosen } = view.value
  const classes = columns.map(({ value }) => (rows[0] && typeof value(rows[0]) === 'number' ? 'numeric' : ''))
  return (
    <div class="card table-card">
      <div class="table-tools">
        {rows.length >= searchedFrom && <Search change={(query) => change({ query })} />}
        {children}
        {state && <StateFilter states={rows.map(state)} chosen={chosen} choose={(next) => change({ state: next })} />}
      </div>
      {bulk && <BulkActions actions={bulk} ticked={ticked} />}
      <table>
        <thead>
          <tr>
            {bulk && (
              <th class="tick">
                <Tick label="Выбрать все на странице" ids={onPage.map(id)} ticked={ticked} />
              </th>
            )}
            {columns.map(({ title }, index) => (
              <Heading
                key={title}
                title={title}
                class={classes[index]}
                down={sort?.column === index ? sort.down : undefined}
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
                  <Tick label={`Выбрать ${id(row)}`} ids={[id(row)]} ticked={ticked} />
                </td>
              )}
              {columns.map(({ title, value, cell }, index) => (
                <td key={title} data-title={title} class={classes[index]}>
                  {cell ? cell(row) : plainCell(value(row))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {total === 0 && <p class="nothing">Ничего не найдено. Измените запрос или снимите фильтр.</p>}
      <Pages page={page} total={total} turn={(next) => change({ page: next })} />
    </div>
  )
}

const Search = ({ change }: { change: (query: string) => void }) => (
  <input
    type="search"
    placeholder="Поиск"
    aria-label="Поиск по таблице"
    onInput={(event) => change(event.currentTarget.value.trim())}
  />
)
