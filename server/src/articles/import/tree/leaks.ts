// Syntax that readers would see: whatever a flavour meant by it, it should have become a node or gone.
import { blocksInside } from '@bilet/shared/article'
import type { Block, Cell, Inline } from '@bilet/shared/article'
import type { Trouble } from './trouble.ts'

/** What is looked for in words outside of code, each by a name for people. None is anything that people write. */
const kinds: [what: string, pattern: RegExp][] = [
  [':::', /(?:^|\s):{3,}(?:\s|\w|$)/u],
  ['{% %}', /\{%|%\}/u],
  ['{{ }}', /\{\{|\}\}/u],
  ['{#id}', /\{\s*[#.][\p{L}\d_][\p{L}\d_.:/-]*[^{}]{0,80}\}|\{:{1,2}[^{}\n]{0,200}\}/u],
  ['{attr=}', /\{\s*[\w-]+=["'\w][^{}\n]{0,80}\}/u],
  ['{* *}', /\{[*!][^{}\n]{1,200}[*!]\}/u],
  ['{/* */}', /\{\/\*|\*\/\}/u],
  ['||', /^\s*(?:#\||\|#|\|\|)|\|\|\s*$/u],
  ['!!!', /^\s*(?:!!!|\?\?\?\+?)\s+[\w"]/u],
  ['===', /^\s*===[!+]?\s+["']/u],
  ['///', /^\s*\/{3,}(?:\s|$)/u],
  ['--8<--', /-{1,2}8<-{1,2}|^\s*<<<\s+[@./]/u],
  ['[[toc]]', /\[\[_?toc_?\]\]|^\[toc\]$/iu],
  ['[^1]', /\[\^[\w-]{1,40}\]/u],
  ['[!NOTE]', /\[!\w+\]|\[!include/iu],
  ['import', /^\s*(?:import\s[\w{}*,\s]{1,200}\sfrom\s+["']|export\s+(?:const|default|function)\s)/u],
  ['<Tag>', /<[A-Za-z][\w.-]*\s+[\w:-]+=[^<>]{0,200}>|<[A-Z][\w.]*\s*\/>|<\/(?:[a-z]+|[A-Z][\w.]*)>/u],
  ['<!-- -->', /<!--/u],
  ['**', /\*\*(?=\S)[^*\n]{1,200}\*\*|(?<![\p{L}\d_])__(?=\S)[^_\n]{1,200}__(?![\p{L}\d_])/u],
  ['[]()', /\]\([^)\s]{1,300}\)/u],
  ['```', /```|~~~/u],
  ['| --- |', /\|\s*:?-{3,}:?\s*\|/u],
  ['# ', /^#{1,6}\s+\p{L}/u],
  ['---', /^(?:---|\+\+\+)\s+\w+\s*[:=]/u],
  ['++ctrl++', /\+\+[a-z][\w-]*(?:\+[\w-]+)*\+\+/iu],
  [':icon:', /:(?:material|fontawesome|octicons|simple|twemoji)-[\w-]+:/u],
  ['&nbsp;', /&(?:nbsp|amp|lt|gt|quot|mdash|ndash|laquo|raquo|#\d{2,5});/u],
  ['.. note::', /^\s*\.\.\s+[\w-]+::|:(?:ref|doc|term|menuselection|guilabel):$/u],
  ['|===', /^\s*\|={3,}\s*$|^\s*={4,}\s*$/u],
  [
    'macro::[]',
    /(?:^|\s)(?:include|ifn?def|image|video|xref|kbd|menu|btn|footnote|toc)::?[^\s[\]]*\[[^\]\n]{0,200}\]/u,
  ],
  ['�', /\uFFFD/u],
  // Places that the importer's own steps mark.
  ['\\uE000', /[\uE000-\uE003]/u],
]

/** Every kind of syntax in an article's words, once, with a sample of each. */
export function findLeaks(title: string, blocks: readonly Block[]): Trouble[] {
  const found = new Map<string, string>()
  const look = (text: string) => {
    for (const [what, pattern] of kinds) {
      const at = found.has(what) ? -1 : text.search(pattern)
      if (at !== -1) found.set(what, text.slice(Math.max(0, at - 20), at + 60))
    }
  }
  look(title)
  for (const line of blocks.flatMap(linesOf)) look(wordsOf(line))
  return [...found].map(([what, sample]) => ({ kind: 'leak', what, sample }))
}

/** What is between marks is put together again, so that what was torn apart by them is seen; code is not looked at. */
const wordsOf = (line: readonly Inline[]): string =>
  line
    .map((inline) => {
      if (inline.type === 'text') return inline.text
      if (inline.type === 'break') return '\n'
      return 'children' in inline ? wordsOf(inline.children) : ' '
    })
    .join('')

function linesOf(block: Block): Inline[][] {
  const inside = blocksInside(block).flatMap(linesOf)
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.children]
    case 'quote':
      return [block.title ?? [], ...inside]
    case 'details':
      return [block.title, ...inside]
    case 'tabs':
      return [...block.tabs.map(({ title }) => title), ...inside]
    case 'table':
      return [...[block.head, ...block.rows].flat().filter(isLine), ...inside]
    case 'image':
      return [[{ type: 'text', text: block.alt }]]
    case 'video':
      return [[{ type: 'text', text: block.title }]]
    default:
      return inside
  }
}

const isLine = (cell: Cell): cell is Inline[] => Array.isArray(cell)
