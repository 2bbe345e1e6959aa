// `{% tags %}`: Liquid as Jekyll has it, and what YFM and GitBook made of it.
import { parseArguments } from './arguments.ts'
import type { Arguments } from './arguments.ts'
import { componentOf } from './components.ts'
import { escapeHtml, ownLine } from './own-line.ts'
import { createOpenComponents } from './open-components.ts'
import type { OpenComponents } from './open-components.ts'
import { inProse, mapProseLines, replaceBetween, toLines } from './prose.ts'
import type { Step, Tools } from './step.ts'

/** Tags that steer what is around them: the words inside of them are kept, of every branch. */
const steering =
  /^(?:if|elsif|elif|else|unless|case|when|for|break|continue|cycle|tablerow|assign|set|increment|decrement|layout|raw|liquid|render|block|extends|import|from|meta|anchor|csrf_token|toc)$/u
export const tags: Step = (markdown, tools) => {
  if (!markdown.includes('{%')) return markdown
  const opened = createOpenComponents()
  const shown = literal(fences(markdown))
  const kept = ['comment', 'capture'].reduce((text, name) => replacePairs(text, name, () => ''), shown)
  return inProse(kept, (prose) => replaceBetween(prose, '{%', '%}', (inside) => readTag(inside, opened, tools)))
}

/** `{% highlight js %}` is a fence by another name. */
const fences = (markdown: string) =>
  mapProseLines(markdown, (line) =>
    line
      .replace(/^([ \t]*)\{%-?[ \t]*highlight[ \t]+([\w+#.-]+)(?:[^\w+#.%-][^%]*)?%\}[ \t]*$/u, '$1```$2')
      .replace(/^([ \t]*)\{%-?[ \t]*endhighlight[ \t]*-?%\}[ \t]*$/u, '$1```'),
  )

/** What stands between `{% raw %}` and its end is to be seen as it is: as code, where it looks like a template. */
const literal = (markdown: string) =>
  replacePairs(withoutRawInCode(markdown), 'raw', (inside) =>
    inProse(inside, (prose) => prose.replaceAll(/\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}/gu, '`$&`')),
  )

const withoutRawInCode = (markdown: string) =>
  toLines(markdown)
    .map(({ text, code }) => (code ? text.replaceAll(/\{%-?[ \t]*(?:end)?raw[ \t]*-?%\}/gu, '') : text))
    .join('\n')

/** What stands between `{% name %}` and `{% endname %}` replaced, the tags with it. A beginning without an end stays. */
function replacePairs(text: string, name: string, change: (inside: string) => string): string {
  const edges = [...text.matchAll(new RegExp(`\\{%-?[ \\t]*(end)?${name}\\b[^%]{0,200}%\\}`, 'gu'))]
  let done = 0
  let out = ''
  let opened: { index: number; end: number } | undefined
  for (const { 0: tag, 1: isEnd, index } of edges) {
    if (isEnd === undefined) opened ??= { index, end: index + tag.length }
    else if (opened) {
      out += text.slice(done, opened.index) + change(text.slice(opened.end, index))
      done = index + tag.length
      opened = undefined
    }
  }
  return out + text.slice(done)
}

/** `{%- tag -%}` is the same tag. */
const withoutDashes = (source: string) => source.replace(/^[-\s]+/u, '').replace(/(?<![-\s])[-\s]+$/u, '')

function readTag(source: string, opened: OpenComponents, tools: Tools): string {
  const [, name = '', rest = ''] = /^([\w-]+)\s*([^]*)$/u.exec(withoutDashes(source)) ?? []
  const ended = /^end_?([\w-]+)$/u.exec(name)?.[1]
  if (ended !== undefined) return opened.end(ended)
  if (steering.test(name)) return ''
  const args = parseArguments(rest)
  if (name === 'link') return args.positional[0] ?? ''
  if (name === 'post_url') return ''
  if (name === 'include' || name === 'include_relative') return included(source, args, tools)
  if (name === 'file') return fileLink(args)
  if (name === 'list') {
    const part = rest.includes('tabs') ? 'tab-list' : 'fold-list'
    return opened.begin(name, { open: ownLine(`<div data-part="${part}">`), close: ownLine('</div>') })
  }
  const component = componentOf(name, args)
  if (!component.isKnown) tools.leftOut(`{% ${name} %}`, source.trim())
  return opened.begin(name, component)
}

/** A template of the site: a box of advice by its name, or the words that it is given. */
function included(source: string, args: Arguments, tools: Tools): string {
  const [file = ''] = args.positional
  const name = /(?<![\w-])([\w-]+)(?:\.\w+)?$/u.exec(file)?.[1] ?? ''
  const text = args.named.get('text') ?? args.named.get('content') ?? ''
  const named = new Map([...args.named].filter(([key]) => key !== 'text' && key !== 'content'))
  const { open, close, isKnown } = componentOf(name, { positional: [], named })
  if (!isKnown) tools.leftOut(`{% include ${name} %}`, source.trim())
  return text || isKnown ? open + text + close : ''
}

const fileLink = ({ named }: Arguments) =>
  `<a href="${escapeHtml(named.get('src') ?? '')}">${escapeHtml(named.get('name') ?? named.get('src') ?? '')}</a>`
