// Blocks of Python-Markdown that hold what is indented below them: `!!! note "Title"`, `??? note`, `=== "Tab"`.
import { toneNamed } from '../../tree/tone.ts'
import { note, summary } from './components.ts'
import { ownLine, titleLine } from './own-line.ts'
import { toLines } from './prose.ts'
import type { Line } from './prose.ts'
import type { Step } from './step.ts'

const opening = /^([ \t]*)(!{3}|\?{3}\+?|={3}[!+]?)[ \t]+(\S.*)$/u

export const indentedBlocks: Step = (markdown) =>
  /^[ \t]*(?:!!!|\?\?\?|===[!+]? *["'])/mu.test(markdown) ? read(toLines(markdown)).join('\n') : markdown

function read(lines: readonly Line[]): string[] {
  const out: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const { text = '', code } = lines[at] ?? {}
    const block = code ? undefined : openBlock(text)
    if (!block) {
      out.push(text)
      continue
    }
    const body = bodyAfter(lines, at, block.indent)
    out.push(block.indent + block.open, ...read(body), block.indent + block.close)
    at += body.length
  }
  return out
}

function openBlock(text: string) {
  const [, indent = '', mark = '', rest = ''] = opening.exec(text) ?? []
  const { before, title } = titled(rest.trimEnd())
  if (mark === '') return undefined
  if (mark.startsWith('='))
    return title === undefined
      ? undefined
      : { indent, open: ownLine('<div data-part="tab">') + titleLine(title), close: ownLine('</div>') }
  const words = before.trim().split(/\s+/u)
  const tone = words.map(toneNamed).find((found) => found !== undefined)
  if (mark.startsWith('?')) {
    const shown = title || words[0] || ''
    return { indent, open: `${ownLine('<details>')}${summary(shown)}`, close: ownLine('</details>') }
  }
  if (words[0] === 'quote' || words[0] === 'cite')
    return { indent, open: ownLine('<blockquote>') + titleLine(title), close: ownLine('</blockquote>') }
  return { indent, ...note(tone, title) }
}

/** What stands between the last quotation mark, at the end, and the first like it. */
function titled(rest: string): { before: string; title?: string } {
  const mark = rest.at(-1) ?? ''
  const from = `"'`.includes(mark) ? rest.indexOf(mark) : -1
  return from === -1 || from === rest.length - 1
    ? { before: rest }
    : { before: rest.slice(0, from), title: rest.slice(from + 1, -1) }
}

const width = (text: string) => (/^[ \t]*/u.exec(text)?.[0] ?? '').replaceAll('\t', '    ').length

/** The lines below that are indented by four more, or empty; as many columns to the left. */
function bodyAfter(lines: readonly Line[], at: number, indent: string): Line[] {
  const least = width(indent) + 4
  const isInside = ({ text }: Line) => text.trim() === '' || width(text) >= least
  let end = at + 1
  for (let line = lines[end]; line && isInside(line); line = lines[++end]);
  return lines.slice(at + 1, end).map((line) => ({ ...line, text: dedent(line.text) }))
}

const dedent = (text: string) => text.replace(/^(?: {4}|[ ]{0,3}\t)/u, '')
