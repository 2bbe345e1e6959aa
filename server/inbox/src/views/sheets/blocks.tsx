// An article's tree as elements, for a look: known kinds only, no HTML anywhere; links and pictures as their words.
import type { ComponentChildren } from 'preact'
import type { Block, Cell, Inline, Titled } from '@bilet/shared/article'

const textOf = (inlines: Inline[]): string =>
  inlines
    .map((node) => {
      if ('text' in node) return node.text
      return node.type === 'break' ? '\n' : textOf(node.children)
    })
    .join('')

const Part = ({ title, children }: Partial<Titled>) => (
  <blockquote>
    {title && <b>{textOf(title)}</b>}
    <Blocks of={children ?? []} />
  </blockquote>
)

const cell = (one: Cell, index: number) => (
  <td key={index}>{Array.isArray(one) ? textOf(one) : <Blocks of={one.children} />}</td>
)

function One({ block }: { block: Block }): ComponentChildren {
  switch (block.type) {
    case 'paragraph':
      return <p>{textOf(block.children)}</p>
    case 'heading':
      return <h4>{textOf(block.children)}</h4>
    case 'list': {
      const items = block.items.map((blocks, index) => (
        <li key={index}>
          <Blocks of={blocks} />
        </li>
      ))
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>
    }
    case 'code':
      return <pre>{block.text}</pre>
    case 'quote':
    case 'details':
      return <Part {...block} />
    case 'tabs':
      return block.tabs.map((tab, index) => <Part key={index} {...tab} />)
    case 'footnotes':
      return block.notes.map(({ id, children }) => <Part key={id}>{children}</Part>)
    case 'table':
      return (
        <table>
          {[block.head, ...block.rows].map((cells, index) => (
            <tr key={index}>{cells.map(cell)}</tr>
          ))}
        </table>
      )
    case 'video':
      return <p>{block.title}</p>
    case 'image':
      return <p>{block.alt}</p>
    default:
      return null
  }
}

export const Blocks = ({ of }: { of: Block[] }): ComponentChildren =>
  of.map((block, index) => <One key={index} block={block} />)
