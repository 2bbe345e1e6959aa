// What nobody writes and what makes a parser slow: taken out before it is asked, so that no document hangs an import.
import { toLines } from './syntax/prose.ts'

/** Marks of one paragraph: more of them make it several paragraphs, for they cost their square. */
const mostMarks = 1_000

/** The same document, shallower and with fewer marks where it had too many. */
export const bounded = (markdown: string): string => fewerMarks(shallow(markdown))

/** Nobody indents by a hundred spaces, quotes fifty levels deep, or fences with more than twenty marks. */
const shallow = (markdown: string) =>
  markdown
    .replaceAll(/^([ \t]{100})[ \t]+/gmu, '$1')
    .replaceAll(/^((?:[ \t]*>){50})(?:[ \t]*>)+/gmu, '$1')
    .replaceAll(/`{21,}/gu, '`'.repeat(20))
    .replaceAll(/^((?:[ \t]*[-*+]){50})(?:[ \t]*[-*+])+(?=[ \t])/gmu, '$1')

const marks = /[*_~`[\]\\]+/gu
/** Where a line can begin that shares no marks with the one before: an empty one, an item, a row, a heading. */
const edges = /(\n(?=[ \t>]*(?:[-*+|#]|\d{1,9}[.)])[ \t|])|\n[ \t]*\n)/u

/** Code may hold as many as it likes: nothing in it is a mark. */
function fewerMarks(markdown: string): string {
  if ((markdown.match(marks)?.length ?? 0) <= mostMarks) return markdown
  const stretches: { isCode: boolean; lines: string[] }[] = []
  for (const { text, code } of toLines(markdown)) {
    const last = stretches.at(-1)
    if (last?.isCode === (code !== undefined)) last.lines.push(text)
    else stretches.push({ isCode: code !== undefined, lines: [text] })
  }
  return stretches.map(({ isCode, lines }) => (isCode ? lines.join('\n') : inProse(lines.join('\n')))).join('\n')
}

const inProse = (prose: string) =>
  prose
    .split(edges)
    .map((paragraph) => ((paragraph.match(marks)?.length ?? 0) > mostMarks ? inParagraphs(paragraph) : paragraph))
    .join('')

function inParagraphs(paragraph: string): string {
  let count = 0
  return paragraph.replaceAll(marks, (run) => (++count % mostMarks === 0 ? `${run}\n\n` : run))
}
