import type { Block, Cell, Inline } from '@bilet/shared/article'

type InnerLink = Extract<Inline, { articleId: string }>

/** The same blocks with each link between articles replaced by what `change` makes of it. */
export function relink(blocks: readonly Block[], change: (link: InnerLink) => Inline): Block[] {
  const line = (inlines: readonly Inline[]): Inline[] => inlines.map(inline)
  const inline = (one: Inline): Inline => {
    if (!('children' in one)) return one
    const changed = 'articleId' in one ? change(one) : one
    return 'children' in changed ? { ...changed, children: line(changed.children) } : changed
  }
  const row = (cells: readonly Cell[]): Cell[] => cells.map(line)
  const block = (one: Block): Block => {
    switch (one.type) {
      case 'paragraph':
      case 'heading':
        return { ...one, children: line(one.children) }
      case 'list':
        return { ...one, items: one.items.map((item) => item.map(block)) }
      case 'quote':
        return { ...one, children: one.children.map(block) }
      case 'table':
        return { ...one, head: row(one.head), rows: one.rows.map(row) }
      default:
        return one
    }
  }
  return blocks.map(block)
}
