// An article's tree as elements: known kinds only, and no HTML anywhere.
import type { ComponentChildren } from 'preact'
import type { Block, Inline } from '@bilet/shared/article'
import { useDesk } from '../ui/context.ts'

type LinkNode = Extract<Inline, { type: 'link' }>

/** Another article opens inside; everything else in a new tab that cannot reach back. */
function Link({ node }: { node: LinkNode }) {
  const { actions } = useDesk()
  const words = <Inlines of={node.children} />
  if ('articleId' in node)
    return (
      <button type="button" class="link" onClick={() => actions.openArticle(node.articleId, node.anchor)}>
        {words}
      </button>
    )
  return (
    <a href={node.href} target="_blank" rel="noopener noreferrer">
      {words}
    </a>
  )
}

function InlineNode({ node }: { node: Inline }): ComponentChildren {
  switch (node.type) {
    case 'text':
      return <>{node.text}</>
    case 'code':
      return <code>{node.text}</code>
    case 'break':
      return <br />
    case 'strong':
    case 'em': {
      const Tag = node.type
      return (
        <Tag>
          <Inlines of={node.children} />
        </Tag>
      )
    }
    default:
      return <Link node={node} />
  }
}

export const Inlines = ({ of }: { of: Inline[] }): ComponentChildren =>
  of.map((node, index) => <InlineNode key={index} node={node} />)

function List({ ordered, start, items }: Extract<Block, { type: 'list' }>) {
  const lines = items.map((blocks, index) => (
    <li key={index}>
      <Blocks of={blocks} />
    </li>
  ))
  return ordered ? <ol start={start}>{lines}</ol> : <ul>{lines}</ul>
}

function Table({ head, rows }: Extract<Block, { type: 'table' }>) {
  return (
    <div class="wide-content">
      <table>
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th key={index} scope="col">
                <Inlines of={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>
                  <Inlines of={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function BlockNode({ block }: { block: Block }): ComponentChildren {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Inlines of={block.children} />
        </p>
      )
    case 'heading': {
      const Tag = block.level === 2 ? 'h3' : block.level === 3 ? 'h4' : 'h5'
      return (
        <Tag id={`a-${block.id}`} tabIndex={-1}>
          <Inlines of={block.children} />
        </Tag>
      )
    }
    case 'list':
      return <List {...block} />
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      )
    case 'quote':
      return (
        <blockquote class={block.tone}>
          <Blocks of={block.children} />
        </blockquote>
      )
    case 'table':
      return <Table {...block} />
    case 'image':
      return <img src={block.src} alt={block.alt} width={block.width} height={block.height} loading="lazy" />
    default:
      return <hr />
  }
}

export const Blocks = ({ of }: { of: Block[] }): ComponentChildren =>
  of.map((block, index) => <BlockNode key={index} block={block} />)
