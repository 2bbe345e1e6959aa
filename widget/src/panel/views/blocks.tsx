// An article's tree as elements: known kinds only, and no HTML anywhere.
import type { ComponentChildren } from 'preact'
import type { Block, Cell, Inline, Titled } from '@bilet/shared/article'
import { useDesk } from '../ui/context.ts'
import { Table } from './table.tsx'
import { Tabs } from './tabs.tsx'

type LinkNode = Extract<Inline, { type: 'link' }>

/** Another article opens inside; everything else in a new tab that cannot reach back. */
function Link({ node }: { node: LinkNode }) {
  const { actions } = useDesk()
  const words = <Inlines of={node.children} />
  if ('articleId' in node)
    return (
      <button class="link" onClick={() => actions.openArticle(node.articleId, node.anchor)}>
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
    case 'kbd': {
      const Tag = node.type
      return <Tag>{node.text}</Tag>
    }
    case 'break':
      return <br />
    case 'link':
      return <Link node={node} />
    default: {
      const Tag = node.type
      return (
        <Tag>
          <Inlines of={node.children} />
        </Tag>
      )
    }
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

const cellContent = (cell: Cell) => (Array.isArray(cell) ? <Inlines of={cell} /> : <Blocks of={cell.children} />)

function Details({ title, children }: Titled) {
  return (
    <details>
      <summary>
        <Inlines of={title} />
      </summary>
      <Blocks of={children} />
    </details>
  )
}

function Quote({ tone, title, children }: Extract<Block, { type: 'quote' }>) {
  return (
    <blockquote class={tone}>
      {title && (
        <p>
          <strong>
            <Inlines of={title} />
          </strong>
        </p>
      )}
      <Blocks of={children} />
    </blockquote>
  )
}

function Footnotes({ notes }: Extract<Block, { type: 'footnotes' }>) {
  return (
    <ol class="footnotes">
      {notes.map(({ id, children }) => (
        <li key={id} id={`a-${id}`} tabIndex={-1}>
          <Blocks of={children} />
        </li>
      ))}
    </ol>
  )
}

/** Plays where it is published: the panel holds no players. */
function Video({ href, title, poster }: Extract<Block, { type: 'video' }>) {
  const { desk } = useDesk()
  return (
    <a class="video" href={href} target="_blank" rel="noopener noreferrer">
      {poster && <img src={desk.reader.pictureAddress(poster)} alt="" loading="lazy" />}
      <span>{title}</span>
    </a>
  )
}

function Picture({ src, alt, width, height }: Extract<Block, { type: 'image' }>) {
  const { desk } = useDesk()
  return <img src={desk.reader.pictureAddress(src)} alt={alt} width={width} height={height} loading="lazy" />
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
      return <Quote {...block} />
    case 'details':
      return <Details {...block} />
    case 'tabs':
      return (
        <Tabs
          of={block.tabs.map(({ title, children }) => ({
            title: <Inlines of={title} />,
            content: <Blocks of={children} />,
          }))}
        />
      )
    case 'table':
      return <Table {...block} content={cellContent} />
    case 'footnotes':
      return <Footnotes {...block} />
    case 'image':
      return <Picture {...block} />
    case 'video':
      return <Video {...block} />
    default:
      return <hr />
  }
}

export const Blocks = ({ of }: { of: Block[] }): ComponentChildren =>
  of.map((block, index) => <BlockNode key={index} block={block} />)
