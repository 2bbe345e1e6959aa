// HTML that must stand on a line of its own, with empty lines around it, for Markdown to go on inside of it.

/** Marks HTML as such, wherever in a line a step puts it; `settleLines` moves it there. */
export const ownLine = (html: string) => `\uE000${html}\uE001`

/** Letters of Unicode's private use that steps mark places with: none may come from a document. */
export const withoutMarks = (markdown: string) => markdown.replaceAll(/[\uE000-\uE003]/gu, '')

/** Tells whether a place is in a piece that was marked. Places are asked for in their order. */
export function marksIn(markdown: string): (at: number) => boolean {
  const pieces = [...markdown.matchAll(/\uE000[^\uE001]*/gu)].map(({ 0: { length }, index }) => [index, index + length])
  let next = 0
  return (at) => {
    while ((pieces[next]?.[1] ?? at) < at) next++
    return (pieces[next]?.[0] ?? at) < at
  }
}

/** Gives each piece that was marked a line, as deep in lists and quotations as where it stood. */
export const settleLines = (markdown: string): string =>
  markdown.includes('\uE000') ? markdown.split('\n').map(settleLine).join('\n') : markdown

function settleLine(line: string): string {
  if (!line.includes('\uE000')) return line
  const [, prefix = '', marker = ''] = /^([ \t>]*)((?:[-*+]|\d{1,9}[.)])[ \t]+)?/u.exec(line) ?? []
  const content = line.slice(prefix.length + marker.length)
  // A row of a table is one line: what is in it stays there.
  if (content.startsWith('|')) return line.replaceAll(/[\uE000\uE001]/gu, '')
  const inner = prefix + ' '.repeat(marker.length)
  const pieces = content.split(/(\uE000[^\uE001]*\uE001)/u).filter((piece) => piece.trim() !== '')
  const lines = pieces.flatMap((piece, at) => {
    const start = at === 0 ? prefix + marker : inner
    return piece.startsWith('\uE000')
      ? [start + piece.slice(1, -1), inner.trimEnd()]
      : [start + piece.trim(), inner.trimEnd()]
  })
  return [...(marker === '' ? [prefix.trimEnd()] : []), ...lines].join('\n')
}

/** Text for an attribute or between tags. */
export const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The title of the part around it: Markdown of one line. Empty for none. */
export const titleLine = (title: string | undefined) =>
  title?.trim() ? `${ownLine('<div data-part="title">')}${title.trim()}${ownLine('</div>')}` : ''
