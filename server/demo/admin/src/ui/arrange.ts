// What a table shows: its rows searched, filtered, sorted and cut into pages. No DOM.
export type Value = string | number | boolean

export type View = {
  query: string
  state: string | undefined
  sort: { column: number; down: boolean } | undefined
  page: number
}

export const pageSize = 15

const collator = new Intl.Collator('ru', { numeric: true })

const compare = (a: Value = '', b: Value = '') =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))

/** Whether the values hold every word of the query, in any column and letter case. */
function matches(values: Value[], query: string): boolean {
  const text = values.join(' ').toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** Rows of the page on show and how many there are on all pages. */
export function arrange<Row>(
  rows: Row[],
  valuesOf: (row: Row) => Value[],
  stateOf: ((row: Row) => string) | undefined,
  { query, state, sort, page }: View,
): { total: number; onPage: Row[] } {
  const found = rows.filter((row) => (state === undefined || stateOf?.(row) === state) && matches(valuesOf(row), query))
  if (sort) {
    const { column, down } = sort
    found.sort((a, b) => compare(valuesOf(a)[column], valuesOf(b)[column]) * (down ? -1 : 1))
  }
  return { total: found.length, onPage: found.slice(page * pageSize, (page + 1) * pageSize) }
}

/** How many times each state occurs, in the order of their first occurrences. */
export function tally(states: string[]): [state: string, amount: number][] {
  const amounts = new Map<string, number>()
  for (const state of states) amounts.set(state, (amounts.get(state) ?? 0) + 1)
  return [...amounts]
}
