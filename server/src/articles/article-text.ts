import type { Block, Inline } from '@bilet/shared/article'

/** What search reads of an article: its headings, and its words with a block a line (headings too, in their places). */
export type ArticleText = { headings: string[]; body: string }

/** The words of a line, without marks; a break is a space. */
export function inlineText(line: readonly Inline[]): string {
  return line.map((inline) => ('children' in inline ? inlineText(inline.children) : wordsOf(inline))).join('')
}

const wordsOf = (inline: Extract<Inline, { type: 'text' | 'code' | 'break' }>) =>
  inline.type === 'break' ? ' ' : inline.text

/** Headings and words of a tree, in reading order. */
export function articleText(blocks: readonly Block[]): ArticleText {
  const headings = blocks.flatMap((block) => (block.type === 'heading' ? [oneLine(inlineText(block.children))] : []))
  const body = blocks.flatMap(linesOf).filter((line) => line !== '')
  return { headings, body: body.join('\n') }
}

function linesOf(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [oneLine(inlineText(block.children))]
    case 'list':
      return block.items.flatMap((item) => item.flatMap(linesOf))
    case 'quote':
      return block.children.flatMap(linesOf)
    case 'table':
      return [block.head, ...block.rows].map((row) => oneLine(row.map(inlineText).join(' ')))
    case 'code':
      return block.text.split('\n').map(oneLine)
    case 'image':
      return [oneLine(block.alt)]
    default:
      return []
  }
}

const oneLine = (text: string) => text.replaceAll(/\s+/gu, ' ').trim()
