import type { Block, Cell } from '@bilet/shared/article'
import type { Element } from 'hast'
import { toImage } from './image.ts'
import { isElement, toInlines } from './inline.ts'
import type { Reading } from './reading.ts'
import { tidy } from './tidy.ts'

/** The cell of a table that has no other: a frame around ordinary content, not a table. */
export function frameOf(table: Element): Element | undefined {
  const cells = rowsOf(table).flatMap((row) => row.cells)
  return cells.length === 1 ? cells[0] : undefined
}

/** A table as rows of lines; its images follow it, for they cannot stand in a line. */
export function toTable(table: Element, reading: Reading): Block[] {
  const rows = rowsOf(table)
  const images: Element[] = []
  const toCells = (row: Row): Cell[] => row.cells.map((cell) => toCell(cell, reading, images))
  const [first, ...rest] = rows
  if (!first) return []
  reading.anchors.settle()
  const hasHead = first.isHead || first.cells.every(({ tagName }) => tagName === 'th')
  const grid: Block = {
    type: 'table',
    head: hasHead ? toCells(first) : [],
    rows: (hasHead ? rest : rows).map(toCells),
  }
  return [grid, ...images.flatMap((image) => toImage(image, reading))]
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

const toCell = (cell: Element, { addresses }: Reading, images: Element[]): Cell =>
  tidy(cell.children.flatMap((child) => toInlines(child, { addresses, onImage: (image) => images.push(image) })))
