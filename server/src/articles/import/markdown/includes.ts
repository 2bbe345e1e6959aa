import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit, SKIP } from 'unist-util-visit'

/** The Markdown of a file that a document includes; undefined where it is not to be had. */
export type ReadInclude = (path: string) => string | undefined

const deepest = 3

/**
 * `[!include [title](path)]`: replaced by the content of the file, in files included too, three levels down. A file
 * that is not to be had leaves nothing behind. `[!VIDEO address]` becomes a link. The tree is changed and given back.
 */
export function expandIncludes(tree: Root, read: (path: string) => Root | undefined, level = 1): Root {
  visit(tree, 'paragraph', (paragraph, at, parent) => {
    linkVideo(paragraph)
    const paths = takeIncludes(paragraph)
    if (paths.length === 0 || !parent || at === undefined) return undefined
    const included = level > deepest ? [] : paths.flatMap((path) => contentOf(read(path), read, level))
    const kept = toString(paragraph).trim() === '' ? [] : [paragraph]
    const replaced: RootContent[] = [...kept, ...included]
    parent.children.splice(at, 1, ...replaced)
    return [SKIP, at + replaced.length]
  })
  return tree
}

function contentOf(tree: Root | undefined, read: (path: string) => Root | undefined, level: number): RootContent[] {
  const children = tree ? expandIncludes(tree, read, level + 1).children : []
  return children.filter(({ type }) => type !== 'yaml' && type !== 'definition')
}

/** Takes the includes out of a paragraph: a text that ends in `[!include`, a link, a text that begins with `]`. */
function takeIncludes(paragraph: Paragraph): string[] {
  const paths: string[] = []
  const kept: PhrasingContent[] = []
  for (const node of paragraph.children) {
    const before = kept.at(-1)
    const opening = before?.type === 'text' ? /\[!include\s*$/iu.exec(before.value) : null
    if (node.type === 'link' && before?.type === 'text' && opening) {
      before.value = before.value.slice(0, opening.index)
      paths.push(node.url)
    } else if (node.type === 'text' && paths.length > 0) kept.push({ ...node, value: node.value.replace(/^\]/u, '') })
    else kept.push(node)
  }
  paragraph.children = kept
  return paths
}

const video = /^\[!VIDEO\s+(\S+?)\]?$/iu

function linkVideo(paragraph: Paragraph) {
  const url = video.exec(toString(paragraph).trim())?.[1]
  if (url) paragraph.children = [{ type: 'link', url, children: [{ type: 'text', value: url }] }]
}
