import { blocksInside } from '@bilet/shared/article'
import type { Block, Cell, Inline } from '@bilet/shared/article'

/** What search reads of an article: its headings, and its words with a block a line (headings too, in their places). */
export type ArticleText = { headings: string[]; body: string }

/** The words of a line, without marks; a break is a space. */
export function inlineText(line: readonly Inline[]): string {
  return line.map((inline) => ('children' in inline ? inlineText(inline.children) : wordsOf(inline))).join('')
}

const wordsOf = (inline: Extract<Inline, { type: 'text' | 'code' | 'kbd' | 'break' }>) =>
  inline.type === 'break' ? ' ' : inline.text

/** Headings and words of a tree, in reading order. */
export function articleText(blocks: readonly Block[]): ArticleText {
  const body = blocks.flatMap(linesOf).filter((line) => line !== '')
  return { headings: headingsOf(blocks), body: body.join('\n') }
}

const headingsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.type === 'heading' ? [lineText(block.children)] : headingsOf(blocksInside(block))))

const lineText = (line: readonly Inline[]) => oneLine(inlineText(line))

function linesOf(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [lineText(block.children)]
    case 'quote':
    case 'details':
      return titledLines(block)
    case 'tabs':
      return block.tabs.flatMap(titledLines)
    case 'table':
      return [headText(block.head), ...block.rows.map(rowText)]
    case 'code':
      return block.text.split('\n').map(oneLine)
    case 'image':
      return [oneLine(block.alt)]
    case 'video':
      return [oneLine(block.title)]
    default:
      return blocksInside(block).flatMap(linesOf)
  }
}

const titledLines = ({ title, children }: { title?: readonly Inline[]; children: readonly Block[] }) => [
  lineText(title ?? []),
  ...children.flatMap(linesOf),
]

/** Cells stand apart; what parts them makes no line longer than its words are. */
const rowText = (row: readonly Cell[]) =>
  row
    .map((cell) => oneLine(cellText(cell)))
    .filter((text) => text !== '')
    .join('\u00a0· ')

/** A head leads to its rows; a table may have none. */
function headText(head: readonly Cell[]): string {
  const text = rowText(head)
  return text && `${text}:`
}

const cellText = (cell: Cell) => (Array.isArray(cell) ? inlineText(cell) : cell.children.flatMap(linesOf).join(' '))

const oneLine = (text: string) => text.replaceAll(/\s+/gu, ' ').trim()
