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
  const titled = <T extends { title: Inline[]; children: Block[] }>(part: T): T => ({
    ...part,
    title: line(part.title),
    children: part.children.map(block),
  })
  const cell = (one: Cell): Cell => (Array.isArray(one) ? line(one) : { ...one, children: one.children.map(block) })
  const block = (one: Block): Block => {
    switch (one.type) {
      case 'paragraph':
      case 'heading':
        return { ...one, children: line(one.children) }
      case 'list':
        return { ...one, items: one.items.map((item) => item.map(block)) }
      case 'quote':
        return { ...one, ...(one.title && { title: line(one.title) }), children: one.children.map(block) }
      case 'tabs':
        return { ...one, tabs: one.tabs.map(titled) }
      case 'details':
        return titled(one)
      case 'table':
        return { ...one, head: one.head.map(cell), rows: one.rows.map((row) => row.map(cell)) }
      case 'footnotes':
        return { ...one, notes: one.notes.map((note) => ({ ...note, children: note.children.map(block) })) }
      default:
        return one
    }
  }
  return blocks.map(block)
}
