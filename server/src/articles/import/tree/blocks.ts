// From hast, which may hold anything, to the tree that readers show, which holds known nodes only.
import { articleLimits } from '@bilet/shared/article'
import type { Block, Inline } from '@bilet/shared/article'
import type { Locale } from '@bilet/shared/locale'
import type { Element } from 'hast'
import { inlineText } from '../../article-text.ts'
import type { Addresses } from './addresses.ts'
import { createAnchors } from './anchors.ts'
import { isDrawing, leaveOut, toCode } from './code.ts'
import { areFootnotes, toFootnotes } from './footnotes.ts'
import { toHeading } from './heading.ts'
import { toImage } from './image.ts'
import { isElement } from './element.ts'
import { blockElements, isHidden, toInlines } from './inline.ts'
import { partOf } from './parts.ts'
import { lineOf, nameAnchors, paragraph } from './reading.ts'
import type { Node, ReadBlocks, Reading } from './context.ts'
import { relink } from './relink.ts'
import { frameOf, toTable } from './table.ts'
import { tidy } from './tidy.ts'
import { toDetails, toQuote, toTabs, toTitledList } from './titled.ts'
import { toneOf } from './tone.ts'
import type { OnTrouble } from './trouble.ts'
import { toVideo } from './video.ts'

type Setting = {
  addresses: Addresses
  articleId: string
  lang: Locale
  onTrouble: OnTrouble
  /** Told the names of the document's places, each with the one that it goes by in the article. */
  onNames: (names: ReadonlyMap<string, string>) => void
}

/** The blocks of a document. Deeper nesting than articles may have is flattened to paragraphs. */
export function toBlocks(nodes: readonly Node[], { addresses, articleId, lang, onTrouble, onNames }: Setting): Block[] {
  const anchors = createAnchors()
  const blocks = readBlocks(nodes, { addresses, anchors, depth: 1, lang, onTrouble })
  onNames(anchors.names())
  return relink(blocks, (link) => {
    if (link.articleId !== articleId || link.anchor === undefined) return link
    if (!anchors.has(link.anchor))
      onTrouble({ kind: 'dead link', what: `#${link.anchor}`, sample: inlineText(link.children) })
    return { ...link, anchor: anchors.resolve(link.anchor) }
  })
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
  for (const [at, node] of nodes.entries()) {
    if (isElement(node) && partOf(node) === 'tab') {
      endLine()
      if (!isTabBefore(nodes, at)) blocks.push(...readTabs(nodes, at, reading))
    } else if (isElement(node) && blockElements.has(node.tagName)) {
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

/** Whether the nearest node before that shows anything is a tab too. */
function isTabBefore(nodes: readonly Node[], at: number): boolean {
  let before = at - 1
  while (before >= 0 && isBlank(nodes[before])) before--
  const node = nodes[before]
  return node !== undefined && isElement(node) && partOf(node) === 'tab'
}

const isBlank = (node: Node | undefined) =>
  node?.type === 'comment' || (node?.type === 'text' && node.value.trim() === '')

/** The tab at `at` and those that follow it, as one block. */
function readTabs(nodes: readonly Node[], at: number, reading: Reading): Block[] {
  const rest = nodes.slice(at)
  const end = rest.findIndex((node) => !isBlank(node) && !(isElement(node) && partOf(node) === 'tab'))
  const tabs = (end === -1 ? rest : rest.slice(0, end)).filter((node) => node.type === 'element')
  if (reading.depth < articleLimits.blockDepth) return toTabs(tabs, deeper(reading), readBlocks)
  return tabs.flatMap((tab) => paragraph(lineOf(tab.children, reading)))
}

const deeper = (reading: Reading): Reading => ({ ...reading, depth: reading.depth + 1 })

function readElement(element: Element, reading: Reading): Block[] {
  if (isHidden(element)) return []
  const heading = /^h([1-6])$/u.exec(element.tagName)
  if (heading) return toHeading(element, Number(heading[1]), reading)
  if (areFootnotes(element)) return nested(element, reading, toFootnotes)
  reading.anchors.name(element.properties['id'])
  if (isDrawing(element)) return leaveOut(element, reading)
  const part = partOf(element)
  if (part === 'tab-list' || part === 'fold-list') return nested(element, reading, toTitledList)
  if (part === 'title') return strongLine(element, reading)
  switch (element.tagName) {
    case 'ul':
    case 'ol':
      return nested(element, reading, toList)
    case 'blockquote':
      return nested(element, reading, toQuote)
    case 'details':
      return nested(element, reading, toDetails)
    case 'pre':
      return toCode(element, reading)
    case 'table':
      return readTable(element, reading)
    case 'hr':
      return [{ type: 'divider' }]
    case 'dt':
    case 'summary':
    case 'legend':
      return strongLine(element, reading)
    case 'iframe':
    case 'video':
    case 'audio':
      return toVideo(element, reading)
    default:
      return toneOf(element) ? nested(element, reading, toQuote) : readBlocks(element.children, reading)
  }
}

function readTable(table: Element, reading: Reading): Block[] {
  const frame = frameOf(table)
  return frame ? readBlocks(frame.children, reading) : toTable(table, reading, readBlocks)
}

type ReadNested = (element: Element, inside: Reading, read: ReadBlocks) => Block[]

/** A block with blocks inside, or its words in one paragraph where that would be too deep. */
function nested(element: Element, reading: Reading, read: ReadNested): Block[] {
  if (reading.depth < articleLimits.blockDepth) return read(element, deeper(reading), readBlocks)
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
