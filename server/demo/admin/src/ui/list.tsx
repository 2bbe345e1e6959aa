// A table described by data: what most sections of the panel are. Rows can be added, switches switched.
import { signal } from '@preact/signals'
import type { VNode } from 'preact'
import { money } from '../format.ts'
import type { Value } from './arrange.ts'
import { DataTable, plainCell } from './data-table.tsx'
import type { Column } from './data-table.tsx'
import { showDialog } from './dialog.tsx'
import { Toggle } from './form.tsx'
import { toast } from './toasts.tsx'

type Row = Value[]

const isMoney = (title: string) => title.endsWith(', ₽')

/** View of a section: a column for each title (sums of money end in «, ₽»), and a button that adds a row, if named. */
export function list(titles: string[], rows: Row[], addTitle?: string): () => VNode {
  const kept = signal(rows)
  const set = (row: Row, column: number, value: Value) => {
    kept.value = kept.value.map((known) => (known === row ? known.with(column, value) : known))
    toast(`${String(row[0])}: ${value ? 'включено' : 'выключено'}`)
  }
  const columns = titles.map((title, index): Column<Row> => {
    const value = (row: Row) => row[index] ?? ''
    const cell = (row: Row) => {
      const shown = value(row)
      if (typeof shown === 'boolean')
        return <Toggle label={`${title}: ${String(row[0])}`} on={shown} change={(on) => set(row, index, on)} />
      return isMoney(title) && typeof shown === 'number' ? money(shown) : plainCell(shown)
    }
    return { title, value, cell }
  })
  const add = (values: string[]) => {
    const sample = rows[0] ?? []
    kept.value = [values.map((text, index) => like(sample[index], text)), ...kept.value]
    toast(`Добавлено: ${values[0]}`)
  }
  return () => (
    <DataTable columns={columns} rows={kept.value} id={(row) => String(row[0])}>
      {addTitle && (
        <button
          type="button"
          class="primary"
          onClick={() => showDialog({ title: addTitle, fields: titles, done: add })}
        >
          {addTitle}
        </button>
      )}
    </DataTable>
  )
}

/** The typed text as the kind of value that the column holds. */
function like(sample: Value | undefined, text: string): Value {
  if (typeof sample === 'number') return Number(text.replace(',', '.')) || 0
  return typeof sample === 'boolean' ? true : text
}
