// From hast, which may hold anything, to the tree that readers show, which holds known nodes only.
import { articleLimits } from '@bilet/shared/article'
import type { Block, Inline } from '@bilet/shared/article'
import type { Element } from 'hast'
import type { Addresses } from './addresses.ts'
import { createAnchors } from './anchors.ts'
import { toCode } from './code.ts'
import { toHeading } from './heading.ts'
import { toImage } from './image.ts'
import { blockElements, isElement, isHidden, toInlines } from './inline.ts'
import { lineOf, nameAnchors, paragraph } from './reading.ts'
import type { Node, Reading } from './reading.ts'
import { relink } from './relink.ts'
import { frameOf, toTable } from './table.ts'
import { tidy } from './tidy.ts'
import { toneOf } from './tone.ts'

/** The blocks of a document. Deeper nesting than articles may have is flattened to paragraphs. */
export function toBlocks(nodes: readonly Node[], addresses: Addresses, articleId: string): Block[] {
  const anchors = createAnchors()
  const blocks = readBlocks(nodes, { addresses, anchors, depth: 1 })
  return relink(blocks, (link) =>
    link.articleId === articleId && link.anchor !== undefined
      ? { ...link, anchor: anchors.resolve(link.anchor) }
      : link,
  )
}

/** Blocks of some nodes: elements that stand alone become blocks, what is between them paragraphs. */
export function readBlocks(nodes: readonly Node[], reading: Reading): Block[] {
  const blocks: Block[] = []
  let line: Inline[] = []
  let images: Element[] = []
  const endLine = () => {
    const children = tidy(line)
    if (children.length > 0) {
      reading.anchors.settle()
      blocks.push({ type: 'paragraph', children })
    }
    blocks.push(...images.flatMap((image) => toImage(image, reading)))
    line = []
    images = []
  }
  for (const node of nodes) {
    if (isElement(node) && blockElements.has(node.tagName)) {
      endLine()
      blocks.push(...readElement(node, reading))
    } else if (isElement(node) && holdsBlocks(node)) {
      endLine()
      blocks.push(...readBlocks(node.children, reading))
    } else {
      nameAnchors(node, reading)
      line.push(...toInlines(node, { addresses: reading.addresses, onImage: (image) => images.push(image) }))
    }
  }
  endLine()
  return blocks
}

/** Whether an inline element was put around blocks, as `<a><div>…` and unclosed marks do. */
const holdsBlocks = (element: Element): boolean =>
  !isHidden(element) &&
  element.children.some((child) => isElement(child) && (blockElements.has(child.tagName) || holdsBlocks(child)))

function readElement(element: Element, reading: Reading): Block[] {
  if (isHidden(element)) return []
  const heading = /^h([1-6])$/u.exec(element.tagName)
  if (heading) return toHeading(element, Number(heading[1]), reading)
  reading.anchors.name(element.properties['id'])
  switch (element.tagName) {
    case 'ul':
    case 'ol':
      return nested(element, reading, toList)
    case 'blockquote':
      return nested(element, reading, toQuote)
    case 'pre':
      return toCode(element)
    case 'table':
      return readTable(element, reading)
    case 'hr':
      return [{ type: 'divider' }]
    case 'dt':
    case 'summary':
    case 'legend':
      return strongLine(element, reading)
    default:
      return toneOf(element) ? nested(element, reading, toQuote) : readBlocks(element.children, reading)
  }
}

function readTable(table: Element, reading: Reading): Block[] {
  const frame = frameOf(table)
  return frame ? readBlocks(frame.children, reading) : toTable(table, reading)
}

/** A block with blocks inside, or its words in one paragraph where that would be too deep. */
function nested(element: Element, reading: Reading, read: (element: Element, inside: Reading) => Block[]): Block[] {
  if (reading.depth < articleLimits.blockDepth) return read(element, { ...reading, depth: reading.depth + 1 })
  return paragraph(lineOf(element.children, reading))
}

function strongLine(element: Element, reading: Reading): Block[] {
  const children = lineOf(element.children, reading)
  return children.length > 0 ? paragraph([{ type: 'strong', children }]) : []
}

function toList(element: Element, inside: Reading): Block[] {
  const items: Block[][] = []
  for (const child of element.children.filter(isElement)) {
    const blocks = child.tagName === 'li' ? readItem(child, inside) : readElement(child, inside)
    if (child.tagName === 'li' || items.length === 0) items.push(blocks)
    else items.at(-1)?.push(...blocks)
  }
  const filled = items.filter((item) => item.length > 0)
  const start = Number(element.properties['start'] ?? 1)
  if (filled.length === 0) return []
  const isShifted = element.tagName === 'ol' && Number.isSafeInteger(start) && start !== 1
  return [{ type: 'list', ordered: element.tagName === 'ol', ...(isShifted && { start }), items: filled }]
}

function readItem(item: Element, inside: Reading): Block[] {
  inside.anchors.name(item.properties['id'])
  return readBlocks(item.children, inside)
}

function toQuote(element: Element, inside: Reading): Block[] {
  const children = readBlocks(element.children, inside)
  const tone = toneOf(element)
  return children.length > 0 ? [{ type: 'quote', ...(tone && { tone }), children }] : []
}
