// Components in documents: `<Tabs>`, `<Card title="…">`, with HTML among them as JSX and Vue write it.
import { componentOf } from './components.ts'
import { escapeHtml, marksIn, ownLine } from './own-line.ts'
import { createOpenComponents } from './open-components.ts'
import type { OpenComponents } from './open-components.ts'
import { inProse, replaceBetween } from './prose.ts'
import { readTag } from './jsx-tag.ts'
import type { Tag } from './jsx-tag.ts'
import type { Step, Tools } from './step.ts'

/** Components become what they are known as, or their content. HTML stays HTML; on a line alone, Markdown goes on in it. */
export const components: Step = (markdown, tools) => {
  if (!/<\/?[A-Z]|<[a-z]+-[a-z]|<[a-z][^<>\n]*=\{/u.test(markdown)) return markdown
  const opened = createOpenComponents()
  return inProse(markdown, (prose) => replaceTags(prose, (tag) => toHtml(tag, opened, tools)))
}

/** Elements of HTML that Markdown would take for the beginning of a stretch without marks. */
const block =
  /^(?:p|div|li|[uo]l|d[ltd]|t[dhr]|table|thead|tbody|summary|details|section|aside|figure|figcaption|h[1-6])$/u

/** As above where Markdown goes on inside of all HTML, as in MDX. */
export const mdxTags: Step = (markdown, tools) => {
  const opened = createOpenComponents()
  return inProse(markdown, (prose) =>
    replaceTags(prose, (tag, isAlone) => {
      const html = toHtml(tag, opened, tools)
      return (isAlone || block.test(tag.name)) && !html.includes('\uE000') && html !== '' ? ownLine(html) : html
    }),
  )
}

function replaceTags(prose: string, change: (tag: Tag, isAlone: boolean) => string): string {
  const isMarked = marksIn(prose)
  const [begins, ends] = [lineAround(prose), lineAround(prose)]
  let out = ''
  let done = 0
  for (let at = prose.indexOf('<'); at !== -1; at = prose.indexOf('<', Math.max(at + 1, done))) {
    const tag = isMarked(at) ? undefined : readTag(prose, at)
    if (!tag) continue
    const before = prose.slice(begins(at).start, at)
    const after = prose.slice(tag.end, ends(tag.end).end)
    const isAlone = /^[ \t>]*(?:[-*+][ \t]+)?$/u.test(before) && after.trim() === ''
    out += prose.slice(done, at) + change(tag, isAlone)
    done = tag.end
  }
  return out + prose.slice(done)
}

/** Where the line of a place begins and ends. Places are asked in their order, so that a long line is walked once. */
function lineAround(text: string) {
  let line = { start: 0, end: -1 }
  return (at: number) => {
    if (at > line.end) {
      const end = text.indexOf('\n', at)
      line = { start: text.lastIndexOf('\n', at) + 1, end: end === -1 ? text.length : end }
    }
    return line
  }
}

function toHtml(tag: Tag, opened: OpenComponents, tools: Tools): string {
  const { name, isClosing, isEmpty, source, attributes } = tag
  if (name === '') return ''
  if (/^[a-z][\w]*$/u.test(name)) return isClosing ? source : htmlTag(tag)
  if (isClosing) return opened.end(name)
  const component = componentOf(name.split('.').at(-1) ?? name, { positional: [], named: attributes })
  if (!component.isKnown) tools.leftOut(`<${name}>`, source)
  if (isEmpty) return component.open + component.close
  return opened.begin(name, component)
}

/** HTML's own element with the attributes that are text. */
function htmlTag({ name, attributes, isEmpty }: Tag): string {
  const kept = [...attributes].map(([key, value]) => ` ${key === 'classname' ? 'class' : key}="${escapeHtml(value)}"`)
  return `<${name}${kept.join('')}>${isEmpty && !/^(?:img|br|hr|input|source|wbr|col)$/u.test(name) ? `</${name}>` : ''}`
}

/** Imports, exports, comments and expressions of MDX. Text in braces is text. */
export const mdxScript: Step = (markdown) =>
  inProse(markdown, (prose) =>
    replaceBetween(prose, '{/*', '*/}', () => '')
      .replaceAll(/^import[ \t](?:[^"'\n]*\bfrom)?[ \t]*["'][^"'\n]+["'];?[ \t]*$/gmu, '')
      .replaceAll(/^import\s*\{[^{}]{0,2000}\}\s*from\s*["'][^"'\n]+["'];?[ \t]*$/gmu, '')
      .replaceAll(/^export\s+(?:const|let|function|default|async)\b[^]{0,5000}?(?:\n[ \t]*\n|$(?![^]))/gmu, '\n'),
  )

/** What is left in braces once tags are read. */
export const mdxExpressions: Step = (markdown, tools) =>
  inProse(markdown, (prose) =>
    prose.replaceAll(/(?<![\\{])\{([^{}\n]{0,500})\}(?!\})/gu, (found, inside: string) => {
      if (/^\s*(?:[#.][\p{L}\d_.:/-]+|[\w-]+=)/u.test(inside)) return found
      const text = /^\s*(["'`])([^]*)\1\s*$/u.exec(inside)?.[2]
      if (text === undefined) tools.leftOut('{ }', inside.trim())
      return text ?? ''
    }),
  )
