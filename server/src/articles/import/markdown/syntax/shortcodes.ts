// Hugo: `{{< name args >}}`, `{{% name %}}`, closed by `{{< /name >}}` where something is inside.
import { parseArguments } from './arguments.ts'
import { componentOf } from './components.ts'
import { createOpenComponents } from './open-components.ts'
import type { OpenComponents } from './open-components.ts'
import { inProse, mapProseLines, replaceBetween } from './prose.ts'
import type { Step, Tools } from './step.ts'

export const shortcodes: Step = (markdown, tools) => {
  if (!/\{\{[<%]/u.test(markdown)) return markdown
  const closed = new Set([...markdown.matchAll(/\{\{[<%]\s*\/\s*([\w./-]+)/gu)].map(([, name]) => name ?? ''))
  const opened = createOpenComponents()
  const read = (inside: string) => readShortcode(inside, { closed, opened, tools })
  return inProse(fences(markdown), (prose) =>
    [
      ['{{<', '>}}'],
      ['{{%', '%}}'],
    ].reduce((text, [open = '', close = '']) => replaceBetween(text, open, close, read), shown(prose)),
  )
}

/** A shortcode in the marks of a comment shows how it is written. */
const shown = (prose: string) => prose.replaceAll(/\{\{([<%])\/\*([^]{0,500}?)\*\/([>%])\}\}/gu, '`{$1$2$3}`')

const fences = (markdown: string) =>
  mapProseLines(markdown, (line) =>
    line
      .replace(/^([ \t]*)\{\{[<%]\s*(mermaid|plantuml|math|katex)\b[^>%]*[>%]\}\}[ \t]*$/u, '$1```$2')
      .replace(/^([ \t]*)\{\{[<%]\s*\/\s*(?:mermaid|plantuml|math|katex)\s*[>%]\}\}[ \t]*$/u, '$1```')
      .replace(
        /^([ \t]*)\{\{[<%]\s*(?:highlight|code-?block|codeblock)\s+"?([\w+#.-]+)(?:[^\w+#.>%-][^>%]*)?[>%]\}\}[ \t]*$/u,
        '$1```$2',
      )
      .replace(/^([ \t]*)\{\{[<%]\s*code-?toggle\b[^>%]*[>%]\}\}[ \t]*$/u, '$1```')
      .replace(/^([ \t]*)\{\{[<%]\s*\/\s*(?:highlight|code-?block|codeblock|code-?toggle)\s*[>%]\}\}[ \t]*$/u, '$1```'),
  )

type Context = { closed: ReadonlySet<string>; opened: OpenComponents; tools: Tools }

function readShortcode(inside: string, { closed, opened, tools }: Context): string {
  const [, slash = '', name = '', rest = ''] = /^(\/?)\s*([\w./-]+)\s*([^]*)$/u.exec(inside.trim()) ?? []
  if (slash) return opened.end(name)
  const args = parseArguments(rest.replace(/\/$/u, ''))
  if (/^(?:rel)?ref$/u.test(name)) return args.positional[0] ?? args.named.get('path') ?? ''
  if (name === 'param') return tools.variables.get(args.positional[0] ?? '') ?? missing(inside, name, tools)
  const component = componentOf(name, args)
  if (!component.isKnown) tools.leftOut(`{{< ${name} >}}`, inside.trim())
  if (!closed.has(name)) return component.open + component.close
  return opened.begin(name, component)
}

function missing(inside: string, name: string, tools: Tools): string {
  tools.leftOut(`{{< ${name} >}}`, inside.trim())
  return ''
}
