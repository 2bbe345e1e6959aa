import type { ComponentChildren } from 'preact'
import type { Block, Cell as CellOf } from '@bilet/shared/article'

type Content = (cell: CellOf) => ComponentChildren
type CellProps = { cell: CellOf; scope: 'col' | 'row' | undefined; content: Content }

/** `scope` says what a heading is for; undefined for a cell that heads nothing, unless it says otherwise itself. */
function Cell({ cell, scope, content }: CellProps) {
  const { header, colspan, rowspan } = Array.isArray(cell) ? {} : cell
  if (!scope && !header)
    return (
      <td colSpan={colspan} rowSpan={rowspan}>
        {content(cell)}
      </td>
    )
  return (
    <th scope={scope} colSpan={colspan} rowSpan={rowspan}>
      {content(cell)}
    </th>
  )
}

const headsRow = (cell: CellOf, column: number) =>
  column === 0 && !Array.isArray(cell) && cell.header ? ('row' as const) : undefined

/** Wider than the panel, it scrolls by itself. */
export function Table({ head, rows, content }: Extract<Block, { type: 'table' }> & { content: Content }) {
  return (
    <div class="wide-content">
      <table>
        {head.length > 0 && (
          <thead>
            <tr>
              {head.map((cell, column) => (
                <Cell key={column} cell={cell} scope="col" content={content} />
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <Cell key={column} cell={cell} scope={headsRow(cell, column)} content={content} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
