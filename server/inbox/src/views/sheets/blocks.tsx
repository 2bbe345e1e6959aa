// An article's tree as elements, for a look: known kinds only, no HTML anywhere; links and pictures as their words.
import type { ComponentChildren } from 'preact'
import type { Block, Inline } from '@bilet/shared/article'

const textOf = (inlines: Inline[]): string =>
  inlines
    .map((node) => {
      if (node.type === 'text' || node.type === 'code') return node.text
      return node.type === 'break' ? '\n' : textOf(node.children)
    })
    .join('')

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
      return (
        <blockquote>
          <Blocks of={block.children} />
        </blockquote>
      )
    case 'table':
      return <p>{[block.head, ...block.rows].map((cells) => cells.map(textOf).join(' · ')).join('\n')}</p>
    case 'image':
      return <p>{block.alt}</p>
    default:
      return null
  }
}

export const Blocks = ({ of }: { of: Block[] }): ComponentChildren =>
  of.map((block, index) => <One key={index} block={block} />)
