// Tables of YFM, whose cells hold whatever a document may: `#|`, `|| cell | cell ||`, `|#`.
import { ownLine } from './own-line.ts'
import { inProse, toLines } from './prose.ts'
import type { Step } from './step.ts'

type Token = 'table' | 'end' | 'row' | 'cell'

const token: Record<string, Token> = { '#|': 'table', '|#': 'end', '||': 'row', '|': 'cell' }

/** The end of a cell may follow code on the line of its closing fence, which Markdown would then take for code. */
export const fencesInCells: Step = (markdown) =>
  markdown.includes('#|') ? markdown.replaceAll(/^([ \t]*)(`{3,}|~{3,})[ \t]*(\|.*)$/gmu, '$1$2\n$1$3') : markdown

export const pipeTables: Step = (markdown) => {
  if (!markdown.includes('#|')) return markdown
  const reader = createReader()
  const isTable = tableLines(markdown)
  return toLines(markdown)
    .map(({ text, code }, at) => (code || !isTable.has(at) ? text : inProse(text, reader)))
    .join('\n')
}

/** Numbers of the lines from `#|` to the `|#` that ends it. */
function tableLines(markdown: string): Set<number> {
  const found = new Set<number>()
  let depth = 0
  for (const [at, { text, code }] of toLines(markdown).entries()) {
    if (code) continue
    depth += /(?:^|\s|\|)#\|/u.test(text) ? 1 : 0
    if (depth > 0) found.add(at)
    depth -= /\|#/u.test(text) && depth > 0 ? 1 : 0
  }
  return found
}

/** Reads lines in order; knows between them whether a row or a cell is open in each of the tables around. */
function createReader() {
  const rows: boolean[] = []
  const open = { row: ownLine('<tr>') + ownLine('<td>'), cell: ownLine('</td>') + ownLine('<td>') }
  const end = ownLine('</td>') + ownLine('</tr>')
  const read = (kind: Token, found: string): string => {
    if (kind === 'table') {
      rows.push(false)
      return ownLine('<table>')
    }
    const depth = rows.length - 1
    if (depth < 0) return found
    const isOpen = rows[depth]
    if (kind === 'end') {
      rows.pop()
      return (isOpen ? end : '') + ownLine('</table>')
    }
    if (kind === 'cell') return isOpen ? open.cell : found
    rows[depth] = !isOpen
    return isOpen ? end : open.row
  }
  return (line: string) =>
    line
      .replaceAll(/(?<![\\|])(?:#\||\|#|\|\|(?!\|)|\|(?![|#]))/gu, (found) => read(token[found] ?? 'cell', found))
      .replaceAll('\\|', '|')
}
