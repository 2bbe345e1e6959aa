// Attribute lists: `{#id .class key=value}`, `{: …}`, wherever they stand. Their names stay as anchors, the rest is looks.
import { escapeHtml } from './own-line.ts'
import { inProse } from './prose.ts'
import type { Step } from './step.ts'

const item = String.raw`(?:[.#][\p{L}\d_][\p{L}\d_.:\/-]*|[\w:-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+)|-|loading|download|markdown)`
const list = new RegExp(String.raw`[ \t]?(?<![{$\\])\{[ \t]*${item}(?:[ \t]+${item}){0,20}[ \t]*\}(?!\})`, 'gu')
/** At the end of a heading a name may hold any letter, also dashes and signs that no list of attributes has. */
const ofHeading = /(?<![ \t])[ \t]*(?<![{$\\])\{#([^\s{}]+)\}[ \t]*$/gmu
const kramdown = /[ \t]?\{::?[^{}\n]{0,300}\}/gu
const contents = /^[ \t]*(?:\[\[_?toc_?\]\]|\[toc\]|@\[toc\](?:\([^)\n]*\))?|\{:toc[^}\n]*\})[ \t]*$/gimu

export const attributes: Step = (markdown) =>
  inProse(markdown, (prose) =>
    prose
      .replaceAll(/^[ \t]*[*+-1][.)]?[ \t]+\S.*\n\{:[ \t]*toc\b[^}\n]*\}/gimu, '')
      .replaceAll(contents, '')
      .replaceAll(ofHeading, (_, id: string) => `<a id="${escapeHtml(id)}"></a>`)
      .replaceAll(list, anchorOf)
      .replaceAll(kramdown, anchorOf),
  )

function anchorOf(found: string): string {
  const id = /#([\p{L}\d_][\p{L}\d_.:/-]*)/u.exec(found)?.[1] ?? /\bid=["']?([^"'\s}]+)/u.exec(found)?.[1]
  return id === undefined ? '' : `<a id="${escapeHtml(id)}"></a>`
}
