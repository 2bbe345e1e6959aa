// A document of Google Docs, exported as a page: what it looks like is said by classes that its own style explains.
import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { classesOf, findElement, hasClass, isElement, newElement } from '../../tree/element.ts'
import { textOf } from '../../tree/inline.ts'
import type { Export } from './export.ts'

export const googleDocs: Export = (page) => {
  const body = findElement(page, (one) => one.tagName === 'body' && hasClass(one, 'doc-content'))
  if (!body) return undefined
  const looks = looksIn(page)
  const hast: Root = { type: 'root', children: body.children }
  const title = findElement(hast, (one) => hasClass(one, 'title'))
  visit(hast, 'element', (element, at, parent) => {
    if (parent && at !== undefined && (element === title || isComment(element) || isContents(element))) {
      parent.children.splice(at, 1)
      return [SKIP, at]
    }
    if (element.tagName === 'a') leadThrough(element)
    if (element.tagName === 'span') wear(element, looks)
    return undefined
  })
  hast.children = withFootnotes(nestLists(hast.children.filter((child) => child.type !== 'doctype')))
  const words = title && textOf(title).trim()
  return { hast, ...(words && { title: words }) }
}

const idOf = ({ properties: { id } }: Element) => (typeof id === 'string' ? id : '')

type Look = 'strong' | 'em' | 'del' | 'code' | 'sup' | 'sub'
const signs: [Look, RegExp][] = [
  ['strong', /font-weight:\s*(?:bold|[6-9]00)/u],
  ['em', /font-style:\s*italic/u],
  ['del', /text-decoration:[^;}]*line-through/u],
  ['code', /font-family:\s*"?(?:Courier New|Consolas|Roboto Mono|Source Code Pro)/u],
  ['sup', /vertical-align:\s*super/u],
  ['sub', /vertical-align:\s*sub\b/u],
]

/** What each class looks like, by the page's own style. */
function looksIn(page: Root): ReadonlyMap<string, Look[]> {
  const style = findElement(page, ({ tagName }) => tagName === 'style')
  const css = style?.children.map((child) => (child.type === 'text' ? child.value : '')).join('') ?? ''
  return new Map(
    [...css.matchAll(/\.(c\d+)\{([^{}]*)\}/gu)].map(([, name = '', rules = '']) => [
      name,
      signs.filter(([, sign]) => sign.test(rules)).map(([look]) => look),
    ]),
  )
}

function wear(span: Element, looks: ReadonlyMap<string, Look[]>) {
  const worn = new Set(classesOf(span).flatMap((name) => looks.get(name) ?? []))
  span.children = [...worn].reduce<ElementContent[]>((children, look) => [newElement(look, children)], span.children)
}

/** Remarks of whoever wrote it, and the marks that lead to them. */
const isComment = (element: Element) =>
  element.tagName === 'sup' || element.tagName === 'div'
    ? findElement(element, (one) => idOf(one).startsWith('cmnt')) !== undefined
    : false

/** A line that is nothing but a link to a heading is one of the table of contents. */
function isContents(element: Element): boolean {
  if (element.tagName !== 'p') return false
  const links: Element[] = []
  visit(
    element,
    'element',
    (one) => void (one.tagName === 'a' && one.properties['href'] !== undefined && links.push(one)),
  )
  const isInner = links.length > 0 && links.every(({ properties: { href } }) => /^#(?:h\.|_)/u.test(String(href)))
  return isInner && links.map(textOf).join('').trim() === textOf(element).trim()
}

/** Links lead through Google's own address. */
function leadThrough(link: Element) {
  const { href } = link.properties
  if (typeof href !== 'string' || !/^https?:\/\/www\.google\.com\/url\?/u.test(href)) return
  link.properties['href'] = new URL(href).searchParams.get('q') ?? href
}

const level = (element: Element) => {
  const found = classesOf(element).map((name) => /^lst-[\w.]+-(\d)$/u.exec(name)?.[1])
  const known = found.find((one) => one !== undefined)
  return /^[ou]l$/u.test(element.tagName) && known !== undefined ? Number(known) : undefined
}

/** Lists of lists stand one after another, with their depth in a class: each becomes a part of the item before it. */
function nestLists(nodes: readonly Root['children'][number][]): Root['children'] {
  const out: Root['children'] = []
  let open: Element[] = []
  for (const node of nodes) {
    const depth = isElement(node) ? level(node) : undefined
    if (depth === undefined || !isElement(node)) {
      if (node.type !== 'text' || node.value.trim() !== '') open = []
      out.push(node)
      continue
    }
    const above = open[depth - 1]
    const same = open[depth]
    const item = above?.children.findLast((child) => isElement(child))
    if (same && !hasClass(node, 'start')) same.children.push(...node.children)
    else if (item && isElement(item)) item.children.push(node)
    else out.push(node)
    open = [...open.slice(0, depth), same && !hasClass(node, 'start') ? same : node]
  }
  return out
}

/** Footnotes stand in boxes at the end, each after its number. */
function withFootnotes(nodes: Root['children']): Root['children'] {
  const notes = nodes.filter((node): node is Element => isElement(node) && noteOf(node) !== undefined)
  if (notes.length === 0) return nodes
  visit({ type: 'root', children: nodes }, 'element', (one) => {
    if (one.tagName === 'a' && idOf(one).startsWith('ftnt_ref')) one.properties['className'] = ['footnote-ref']
  })
  const items = notes.map((note) => {
    const mark = noteOf(note)
    for (const line of note.children.filter(isElement)) line.children = line.children.filter((child) => child !== mark)
    return newElement('li', note.children, { id: mark?.properties['id'] })
  })
  const others = nodes.filter((node) => !notes.some((note) => note === node))
  while (isBorder(others.at(-1))) others.pop()
  return [...others, newElement('section', [newElement('ol', items)], { className: ['footnotes'] })]
}

const isBorder = (node: Root['children'][number] | undefined) =>
  node !== undefined &&
  ((isElement(node) && node.tagName === 'hr') || (node.type === 'text' && node.value.trim() === ''))

const noteOf = (node: Element) =>
  node.tagName === 'div' ? findElement(node, (one) => /^ftnt\d+$/u.test(idOf(one))) : undefined
