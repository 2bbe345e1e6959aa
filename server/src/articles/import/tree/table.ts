import { articleLimits } from '@bilet/shared/article'
import type { Block, Cell, Inline } from '@bilet/shared/article'
import type { Element } from 'hast'
import { isElement } from './element.ts'
import { lineOf } from './reading.ts'
import type { ReadBlocks, Reading } from './context.ts'

/** The cell of a table that has no other: a frame around ordinary content, not a table. */
export function frameOf(table: Element): Element | undefined {
  const cells = rowsOf(table).flatMap((row) => row.cells)
  return cells.length === 1 ? cells[0] : undefined
}

/**
 * A table as rows of cells. Its head is the first row, if that is one and no cell of it reaches further down: a second
 * row of heads, and heads of rows, are cells that say so.
 */
export function toTable(table: Element, reading: Reading, readBlocks: ReadBlocks): Block[] {
  const rows = rowsOf(table).filter(({ cells }) => cells.length > 0)
  const [first, ...rest] = rows
  if (!first) return []
  reading.anchors.settle()
  const toCells = ({ cells, isHead }: Row, inHead: boolean) =>
    cells.map((cell) => toCell(cell, { isHeader: !inHead && (isHead || cell.tagName === 'th') }, reading, readBlocks))
  const hasHead =
    (first.isHead || first.cells.every(({ tagName }) => tagName === 'th')) &&
    first.cells.every((cell) => spanOf(cell, 'rowSpan') === 1)
  const head = hasHead ? toCells(first, true) : []
  return [
    ...captionOf(table, reading),
    { type: 'table', head, rows: (hasHead ? rest : rows).map((row) => toCells(row, false)) },
  ]
}

function captionOf(table: Element, reading: Reading): Block[] {
  const caption = table.children.filter(isElement).find(({ tagName }) => tagName === 'caption')
  const children = caption ? lineOf(caption.children, reading) : []
  return children.length > 0 ? [{ type: 'paragraph', children: [{ type: 'strong', children }] }] : []
}

type Row = { isHead: boolean; cells: Element[] }

/** Rows of this table, not of the tables in its cells. */
function rowsOf(element: Element, isHead = false): Row[] {
  return element.children.filter(isElement).flatMap((child) => {
    if (child.tagName === 'tr') return [{ isHead, cells: child.children.filter(isCell) }]
    return /^t(?:head|body|foot)$/u.test(child.tagName) ? rowsOf(child, child.tagName === 'thead') : []
  })
}

const isCell = (node: Element['children'][number]): node is Element =>
  isElement(node) && (node.tagName === 'td' || node.tagName === 'th')

/** A line where that is all there is in the cell. */
function toCell(cell: Element, { isHeader }: { isHeader: boolean }, reading: Reading, readBlocks: ReadBlocks): Cell {
  const [colspan, rowspan] = [spanOf(cell, 'colSpan'), spanOf(cell, 'rowSpan')]
  const isDeep = reading.depth >= articleLimits.blockDepth
  const blocks = isDeep ? [] : readBlocks(cell.children, { ...reading, depth: reading.depth + 1 })
  const line = isDeep ? lineOf(cell.children, reading) : asLine(blocks)
  if (isDeep || (line && !isHeader && colspan * rowspan === 1)) return line ?? []
  return {
    ...(isHeader && { header: true }),
    ...(colspan > 1 && { colspan }),
    ...(rowspan > 1 && { rowspan }),
    children: blocks,
  }
}

/** Paragraphs as one line with breaks between them; undefined for anything else. */
function asLine(blocks: readonly Block[]): Inline[] | undefined {
  const lines = blocks.map((block) => (block.type === 'paragraph' ? block.children : undefined))
  if (!lines.every((line) => line !== undefined)) return undefined
  return lines.flatMap((line, at): Inline[] => (at === 0 ? line : [{ type: 'break' }, ...line]))
}

function spanOf({ properties }: Element, side: 'colSpan' | 'rowSpan'): number {
  const span = Number(properties[side] ?? 1)
  return Number.isInteger(span) && span > 1 ? Math.min(span, articleLimits.span) : 1
}
