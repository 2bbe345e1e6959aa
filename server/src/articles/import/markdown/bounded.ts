// What nobody writes and what makes a parser slow: taken out before it is asked, so that no document hangs an import.

/** Delimiter runs of one paragraph that may mark anything; those after them are letters. Their cost is their square. */
const mostMarks = 1_000

/** The same document, shallower and with fewer marks where it had too many. */
export const bounded = (markdown: string): string => fewerMarks(shallow(markdown))

/** Nobody indents by a hundred spaces or quotes fifty levels deep. */
const shallow = (markdown: string) =>
  markdown
    .replaceAll(/^([ \t]{100})[ \t]+/gmu, '$1')
    .replaceAll(/^((?:[ \t]*>){50})(?:[ \t]*>)+/gmu, '$1')
    .replaceAll(/^((?:[ \t]*[-*+]){50})(?:[ \t]*[-*+])+(?=[ \t])/gmu, '$1')

const marks = /(?<!\\)[*_~]+/gu

const fewerMarks = (markdown: string) =>
  markdown
    .split(/(\n[ \t]*\n)/u)
    .map((paragraph) => ((paragraph.match(marks)?.length ?? 0) > mostMarks ? escapeAfter(paragraph) : paragraph))
    .join('')

function escapeAfter(paragraph: string): string {
  let count = 0
  return paragraph.replaceAll(marks, (run) => (++count > mostMarks ? run.replaceAll(/./gu, String.raw`\$&`) : run))
}
